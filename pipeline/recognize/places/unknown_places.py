"""Places that no list knows, by the words around them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.bodies.head_nouns import stands_in
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.lexica.foreign_words import is_foreign_word
from pipeline.recognize.people.person_runs import runs
from pipeline.recognize.places.gazetteer_spans import past_particle
from pipeline.recognize.places.place_nouns import left_edge
from pipeline.recognize.words.words import Word


def road_to(context: Context) -> Iterator[Candidate]:
    """Where a road or journey leads: "on the road to Loikaw", "the bus to Homs"."""
    for word in context.text.among(context.lexicon.places.ways):
        link = context.text.after(word.i)
        if (word.capital and not word.opening) or link is None or link.lower != "to":
            continue
        after = context.text.after(link.i)
        if after is None or not context.can_name(after) or context.is_title(after):
            continue
        run = range(after.i, past_particle(context, context.run(after.i).stop))
        last = context.words[run.stop - 1]
        plain = context.known.is_ordinary(after.text) or last.lower in context.lexicon.organizations.heads
        if len(run) <= 5 and not plain and not after.shouted and not last.possessive:
            yield Candidate(run.start, run.stop, "place", context.place_kind(run) or "other")


def place_then_person(context: Context) -> Iterator[Candidate]:
    """A place with "in" before it and a person right after: "In Tskaltubo Giorgi Beridze was held"."""
    for run in runs(context):
        before, after = context.text.before(run.start), context.text.word(run.stop)
        if before is None or before.lower not in context.lexicon.places.strong_locative or after is None:
            continue
        if not 3 <= len(run) <= 5 or not (after.tag.startswith(("VB", "MD")) or after.gap.startswith(",")):
            continue
        first, given = context.words[run.start], context.words[run.start + 1]
        named = context.known.is_given(given.text) and not context.known.is_given(first.text)
        if named and _may_be_place(context, first) and context.place_kind(run) is None:
            yield Candidate(run.start, run.start + 1, "place", context.place_kind(run[:1]) or "other")


def _may_be_place(context: Context, word: Word) -> bool:
    """Whether a word alone can be a place's name: no noun of places, no ordinary word of any language."""
    places = context.lexicon.places
    noun = word.lower in places.saints or word.lower in places.before or word.lower in places.after
    organizations = context.lexicon.organizations
    head = word.lower in organizations.heads or word.lower in organizations.foreign_heads
    plain = context.known.is_english(word.text) or is_foreign_word(word.text)
    return not (noun or plain or head or context.is_demonym(word) or context.is_title(word))


def inhabitant(context: Context) -> Iterator[Candidate]:
    """Where people are from: "a woman from Kpandai", "the farmer of Ayaviri"."""
    for word in context.text.among(context.lexicon.places.inhabitants):
        link = context.text.after(word.i)
        after = context.text.after(link.i) if link and link.lower == "from" else None
        if word.capital or after is None or not context.can_name(after):
            continue
        run = range(after.i, past_particle(context, context.run(after.i).stop))
        last = context.words[run.stop - 1]
        if len(run) <= 3 and _may_be_place(context, after) and not last.possessive and not after.shouted:
            yield Candidate(run.start, run.stop, "place", context.place_kind(run) or "other")


def venue(context: Context) -> Iterator[Candidate]:
    """Where something is held, before the noun for it: "at the Wat Botum centre", "in the Gutinul club"."""
    for word in context.text.among(context.lexicon.places.venues):
        if word.capital or word.gap != " ":
            continue
        first = left_edge(context, word.i)
        words = context.words[first : word.i]
        if not 1 <= len(words) <= 3 or not stands_in(context, first) or words[-1].possessive:
            continue
        plain = all(context.known.is_ordinary(word.text) for word in words)
        if not plain and not any(word.shouted or context.is_title(word) for word in words):
            yield Candidate(first, word.i, "place", context.place_kind(range(first, word.i)) or "other")


def unknown_place(context: Context) -> Iterator[Candidate]:
    """Unknown capitals after "in", "near" or "at", and before "mine", "village", "camp": a place."""
    locative = context.lexicon.places.strong_locative | {"at", "off"}
    for run in runs(context):
        before, after = context.text.before(run.start), context.text.after(run.stop - 1)
        words = [context.words[i] for i in run]
        headline = context.text.item.blocks[words[0].block].kind == "headline"
        if headline and all(context.known.is_ordinary(word.text) for word in words):
            continue  # "News in Brief"
        if len(run) > 3 or words[-1].possessive or any(word.shouted or word.initial for word in words):
            continue
        located = (
            before is not None
            and before.lower in locative
            and not (len(run) == 1 and context.known.is_given(words[0].text))
        )
        noun = after is not None and after.lower in context.lexicon.places.small_nouns
        articled = before is not None and before.lower == "the"
        named = len(run) > 1 and not articled and context.known.is_person_name(words[0].text)
        if located or (noun and not named and not words[0].opening):
            yield Candidate(run.start, run.stop, "place", context.place_kind(run) or "other")
