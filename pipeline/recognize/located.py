"""Places by the gazetteer, and unknown ones by the words around them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.person_runs import runs
from pipeline.recognize.words import Word

_AREAS = ("country", "region")
_CITY = ("city",)
_DATELINE = frozenset(",(:–—-/.")


def dateline_city(context: Context) -> Iterator[Candidate]:
    """A city that opens a block as a dateline does: "LIMA, 4 May -", "Oslo (12.05.2014).", "Ankara: "."""
    for word in context.words:
        if word.gap != "\n":
            continue
        span = _longest(context, word.i, (*_CITY, *_AREAS))
        after = context.text.word(span.stop) if span else None
        if span is None or after is None or not after.gap.strip() or after.gap.strip()[0] not in _DATELINE:
            continue
        if _is_aged(context, after) or _is_label(context, span) or _is_named(context, span):
            continue
        dated = after.gap.strip()[0] != ":" and (after.text[:1].isdigit() or after.capital)
        if dated or _is_certain(context, span):
            yield Candidate(span.start, span.stop, "place", context.place_kind(span))


def cell_city(context: Context) -> Iterator[Candidate]:
    """A city or area that fills a cell of a table, whatever else its name may be: "Geneva", "Split"."""
    for word in context.words:
        if not _parts_cells(word.gap):
            continue
        span = _longest(context, word.i, (*_CITY, *_AREAS))
        after = context.text.word(span.stop) if span else None
        if span is None or (after is not None and not _parts_cells(after.gap)):
            continue
        beside = context.words[max(word.i - 1, 0)]
        in_row = "\n" not in word.gap or (after is not None and "\n" not in after.gap)
        if in_row and not (len(span) > 1 and context.known.is_given(word.text) and beside.text.isdigit()):
            yield Candidate(span.start, span.stop, "place", context.place_kind(span))


def _parts_cells(gap: str) -> bool:
    return "\t" in gap or "|" in gap or gap == "\n"


def _is_aged(context: Context, word: Word) -> bool:
    """Whether a number after a name is an age: "Kovel, 47, a driver"."""
    return (
        word.gap == ", "
        and word.text.isdigit()
        and len(word.text) < 3
        and context.text.tail(word.i, 1) == ","
    )


def _is_label(context: Context, span: range) -> bool:
    """Whether a word is the label of a line, as "Date: " is, a town in Japan."""
    others = context.lexicon.others
    return (
        len(span) == 1
        and context.words[span.start].lower in others.mail_fields | others.posted | others.openers
    )


def _is_named(context: Context, span: range) -> bool:
    """Whether a person of the item bears the word as a family name: "Iryna Khmelnytskyi"."""
    word = context.words[span.start]
    return len(span) == 1 and any(
        other.text == word.text
        and context.joined(other.i)
        and context.known.is_given(context.words[other.i - 1].text)
        for other in context.words[1:]
    )


def located_city(context: Context) -> Iterator[Candidate]:
    """A city of the gazetteer with "in" or the like before it, or its country after it."""
    for span in _spans(context, _CITY):
        if is_located(context, span):
            yield Candidate(span.start, _past_particle(context, span.stop), "place", "city")


def country(context: Context) -> Iterator[Candidate]:
    """A country or region; a capitalised compass word before it belongs to it."""
    for span in _spans(context, _AREAS):
        before = context.text.before(span.start)
        compass = before is not None and before.capital and before.lower in context.lexicon.places.compass
        first = span.start - (compass and not context.words[span.start - 1].opening)
        if len(span) > 1 or not _beside_given_name(context, span):
            yield Candidate(first, span.stop, "place", context.place_kind(span))


def city(context: Context) -> Iterator[Candidate]:
    """A city whose name is no common word or name of people, and no part of a longer name."""
    for span in _spans(context, _CITY):
        word, before = context.words[span.start], context.text.before(span.start)
        if before and before.lower in ("the", "a", "an", "de"):
            continue
        if _beside_name(context, span) or (word.opening and context.is_opener(word)):
            continue
        if (
            len(span) > 1
            or _is_sure(context, word.text)
            or (word.shouted and _is_sure(context, word.text.title()))
        ):
            yield Candidate(span.start, _past_particle(context, span.stop), "place", "city")


def city_quarter(context: Context) -> Iterator[Candidate]:
    """A part of a city by the compass: "Jos North", "Nairobi West"."""
    for span in _spans(context, _CITY):
        after = context.text.after(span.stop - 1)
        if after is None or not after.capital or after.lower not in context.lexicon.places.compass:
            continue
        following = context.text.after(after.i)
        if context.claims.free(after.i) and (following is None or not context.can_name(following)):
            yield Candidate(span.start, after.i + 1, "place", "other")


def _past_particle(context: Context, i: int) -> int:
    """The end of a name that a particle leads on: "San Miguel del Valle"."""
    particle = context.text.after(i - 1)
    if particle is None or particle.lower not in context.lexicon.places.name_particles or particle.capital:
        return i
    leads = context.leads_to_name(particle.i)
    return context.person_run(i - 1).stop if leads else i


def road_to(context: Context) -> Iterator[Candidate]:
    """Where a road or journey leads: "on the road to Loikaw", "the bus to Homs"."""
    for word in context.text.among(context.lexicon.places.ways):
        link = context.text.after(word.i)
        if word.capital or link is None or link.lower != "to":
            continue
        after = context.text.after(link.i)
        if after is None or not context.can_name(after) or context.is_title(after):
            continue
        run = range(after.i, _past_particle(context, context.run(after.i).stop))
        last = context.words[run.stop - 1]
        plain = context.known.is_ordinary(after.text) or last.lower in context.lexicon.organizations.heads
        if len(run) <= 5 and not plain and not after.shouted and not last.possessive:
            yield Candidate(run.start, run.stop, "place", context.place_kind(run) or "other")


def _is_certain(context: Context, span: range) -> bool:
    return context.place_kind(span) in _AREAS or _is_sure(context, context.text.slice(span).title())


def _is_sure(context: Context, name: str) -> bool:
    lexicon = context.lexicon
    if name.lower() in lexicon.organizations.heads | lexicon.people.roles | lexicon.people.titles:
        return False
    if name in context.known.large_cities:
        return True
    return name in context.known.sure_cities and not (
        context.known.is_given(name) or context.known.is_common_family(name)
    )


def _spans(context: Context, kinds: Collection[str]) -> Iterator[range]:
    stop = 0
    for word in context.text.upper:
        span = _longest(context, word.i, kinds) if word.i >= stop else None
        if span:
            yield span
            stop = span.stop


def _longest(context: Context, i: int, kinds: Collection[str]) -> range | None:
    """The longest place of some kinds that begins at word i and that nobody claims."""
    word = context.words[i]
    if not word.text[:1].isupper() or not context.claims.free(i) or context.is_calendar(word):
        return None
    if word.lower in context.lexicon.others.plain:
        return None
    stop = i + 1
    while stop < min(i + 5, len(context.words)) and context.claims.free(stop) and context.joined(stop):
        stop += 1
    for end in range(stop, i, -1):
        if context.place_kind(range(i, end)) in kinds:
            return range(i, end)
    return None


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
    return bool(after and context.known.gazetteer.get(after.text) in _AREAS)


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


def unknown_place(context: Context) -> Iterator[Candidate]:
    """Unknown capitals after "in", "near" or "at", and before "mine", "village", "camp": a place."""
    locative = context.lexicon.places.strong_locative | {"at", "off"}
    for run in runs(context):
        before, after = context.text.before(run.start), context.text.after(run.stop - 1)
        words = [context.words[i] for i in run]
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
