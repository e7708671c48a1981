"""Places by the gazetteer, and unknown ones by the words around them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.places.gazetteer_spans import AREAS, CITY, is_sure, past_particle, spans
from pipeline.recognize.words.words import Word


def located_city(context: Context) -> Iterator[Candidate]:
    """A city of the gazetteer with "in" or the like before it, or its country after it."""
    for span in spans(context, CITY):
        if is_located(context, span):
            yield Candidate(span.start, past_particle(context, span.stop), "place", "city")


def country(context: Context) -> Iterator[Candidate]:
    """A country or region; a capitalised compass word before it belongs to it."""
    for span in spans(context, AREAS):
        before = context.text.before(span.start)
        compass = before is not None and before.capital and before.lower in context.lexicon.places.compass
        first = span.start - (compass and not context.words[span.start - 1].opening)
        if len(span) > 1 or not _beside_given_name(context, span):
            yield Candidate(first, span.stop, "place", context.place_kind(span))


def city(context: Context) -> Iterator[Candidate]:
    """A city whose name is no common word or name of people, and no part of a longer name."""
    for span in spans(context, CITY):
        word, before = context.words[span.start], context.text.before(span.start)
        if before and before.lower in ("the", "a", "an", "de"):
            continue
        people = word.tag == "NNS" or word.lower in context.lexicon.others.groups
        if _beside_name(context, span) or (word.opening and (context.is_opener(word) or people)):
            continue
        if len(span) == 1 and _speaks(context, word):
            continue
        if (
            len(span) > 1
            or is_sure(context, word.text)
            or (word.shouted and is_sure(context, word.text.title()))
        ):
            yield Candidate(span.start, past_particle(context, span.stop), "place", "city")


def _speaks(context: Context, word: Word) -> bool:
    """Whether a family name that is a small town's too says something: "Rojas said"."""
    verb = context.text.after(word.i)
    says = verb is not None and verb.lower in context.lexicon.people.speech and verb.tag.startswith("VB")
    return says and context.known.is_family(word.text) and word.text not in context.known.large_cities


def city_quarter(context: Context) -> Iterator[Candidate]:
    """A part of a city by the compass: "Jos North", "Nairobi West"."""
    for span in spans(context, CITY):
        after = context.text.after(span.stop - 1)
        if after is None or not after.capital or after.lower not in context.lexicon.places.compass:
            continue
        following = context.text.after(after.i)
        if context.claims.free(after.i) and (following is None or not context.can_name(following)):
            yield Candidate(span.start, after.i + 1, "place", "other")


def is_located(context: Context, span: range) -> bool:
    """Whether "in" or the like stands before a span, or a country after it: "in Split", "Salem, India"."""
    before, following = context.text.before(span.start), context.text.after(span.stop - 1)
    if before and before.lower in context.lexicon.places.strong_locative:
        possessive = context.words[span.stop - 1].possessive
        alone = following is None or possessive or not context.can_name(following)
        return alone or (following is not None and len(context.run(following.i)) > 1)
    if before and before.lower == "of" and (noun := context.text.before(before.i)):
        places = context.lexicon.places
        titled = noun.lower in context.lexicon.people.titles
        seats = places.small_nouns | places.of | places.governed
        if (titled or not noun.capital) and noun.lower in seats:
            return True
    after = context.text.after(span.stop - 1, ", ")
    return bool(after and context.known.gazetteer.get(after.text) in AREAS)


def _beside_name(context: Context, span: range) -> bool:
    """Whether the words before or after a span run on as a name."""
    before, after = context.text.before(span.start), context.text.after(span.stop - 1)
    if after and context.can_name(after) and not context.words[span.stop - 1].possessive:
        loud = after.shouted and context.words[span.start].shouted and context.known.is_ordinary(after.text)
        if not loud:  # in a headline in capitals what follows is most often no name
            return True
    if before is None or not context.can_name(before) or before.possessive or context.is_demonym(before):
        return False
    return not before.opening or not context.known.is_ordinary(before.text)


def _beside_given_name(context: Context, span: range) -> bool:
    before = context.text.before(span.start)
    return before is not None and context.can_name(before) and context.known.is_given(before.text)
