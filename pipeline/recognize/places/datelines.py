"""Places by where they stand on the page: datelines, and cells of tables."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.counter_evidence import borne
from pipeline.recognize.places.gazetteer_spans import AREAS, CITY, is_certain, longest
from pipeline.recognize.words.words import Word

_DATELINE = frozenset(",(:–—-/.")
_SHORTEST = 5
_DATELINE_END = frozenset((":", "–", "—", "-"))


def dateline_city(context: Context) -> Iterator[Candidate]:
    """A city that opens a block as a dateline does: "LIMA, 4 May -", "Oslo (12.05.2014).", "Ankara: "."""
    bearers = borne(context)
    for word in context.words:
        if word.gap != "\n":
            continue
        span = longest(context, word.i, (*CITY, *AREAS))
        after = context.text.word(span.stop) if span else None
        if span is None or after is None or not after.gap.strip() or after.gap.strip()[0] not in _DATELINE:
            continue
        if _is_aged(context, after) or _is_label(context, span) or (len(span) == 1 and word.lower in bearers):
            continue
        dated = after.gap.strip()[0] != ":" and (after.text[:1].isdigit() or after.capital)
        if dated or is_certain(context, span):
            yield Candidate(span.start, span.stop, "place", context.place_kind(span))


def dateline_unknown(context: Context) -> Iterator[Candidate]:
    """A place that no list knows, before a date and a mark: "Mullaitivu, 30th July 2015: ".

    So is a word in capitals that has the line above a story to itself.
    """
    for word in context.words:
        if word.gap != "\n" or not word.text[:1].isupper() or not context.claims.free(word.i):
            continue
        if context.is_calendar(word):
            continue
        if _opens_story(context, word):
            yield Candidate(word.i, word.i + 1, "place", "city")
            continue
        stop = word.i + 1
        while stop < min(word.i + 3, len(context.words)) and context.joined(stop):
            if not context.words[stop].capital or not context.claims.free(stop):
                break
            stop += 1
        words = context.words[word.i : stop]
        date = context.text.word(stop)
        if date is None or date.gap not in (", ", " (") or not _ends_as_dateline(context, stop):
            continue
        named = any(context.known.is_person_name(w.text) or context.known.is_ordinary(w.text) for w in words)
        if not named and not _is_label(context, range(word.i, stop)):
            yield Candidate(word.i, stop, "place", context.place_kind(range(word.i, stop)) or "city")


def _opens_story(context: Context, word: Word) -> bool:
    """Whether a word in capitals fills its line and a story in small letters follows."""
    after, further = context.text.word(word.i + 1), context.text.word(word.i + 2)
    if (
        not word.shouted
        or len(word.text) < _SHORTEST
        or after is None
        or further is None
        or after.gap != "\n"
    ):
        return False
    runs_on = not after.shouted and not (after.capital and further.capital) and "\n" not in further.gap
    return (
        runs_on and not context.known.is_ordinary(word.text) and not context.known.is_person_name(word.text)
    )


def _ends_as_dateline(context: Context, i: int) -> bool:
    """Whether a day and month stand from word i on and a mark ends them: "30 July 2015:", "May 4 -"."""
    months, words = context.lexicon.others.months, context.words[i : i + 4]
    dated = [w for w in words[:2] if w.lower in months]
    days = [w for w in words[:2] if w.text[:1].isdigit()]
    if not dated or not days or "\n" in words[1].gap:
        return False
    for last in words[1:]:
        tail = context.text.tail(last.i, 3).lstrip(" )")
        if tail[:1] in _DATELINE_END or (tail[:1] == "(" and last.text.isdigit()):
            return True
        if tail[:1] not in ("", ",") and not tail[:1].isdigit():
            return False
    return False


def cell_city(context: Context) -> Iterator[Candidate]:
    """A city or area that fills a cell of a table, whatever else its name may be: "Geneva", "Split".

    A line of its own is a cell where a day stands on the one before, or the city is no other word.
    """
    for word in context.words:
        if not _parts_cells(word.gap):
            continue
        span = longest(context, word.i, (*CITY, *AREAS))
        if span is None or not _ends_cell(context, span):
            continue
        after = context.text.word(span.stop)
        beside = context.words[max(word.i - 1, 0)]
        in_row = "\n" not in word.gap or (after is not None and "\n" not in after.gap)
        alone = word.i > 0 and (beside.text.isdigit() or is_certain(context, span))
        numbered = len(span) > 1 and context.known.is_given(word.text) and beside.text.isdigit()
        if (in_row or alone) and not numbered:
            yield Candidate(span.start, span.stop, "place", context.place_kind(span))


def _ends_cell(context: Context, span: range) -> bool:
    """Whether a cell ends after a span, or after the place that it is in: "Karachi, Sindh"."""
    after = context.text.word(span.stop)
    if after is not None and after.gap == ", ":
        wider = longest(context, after.i, (*CITY, *AREAS))
        after = context.text.word(wider.stop) if wider else after
    return after is None or _parts_cells(after.gap)


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
