"""Places by where they stand on the page: datelines, and cells of tables."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.gazetteer_spans import AREAS, CITY, is_certain, longest
from pipeline.recognize.words import Word

_DATELINE = frozenset(",(:–—-/.")


def dateline_city(context: Context) -> Iterator[Candidate]:
    """A city that opens a block as a dateline does: "LIMA, 4 May -", "Oslo (12.05.2014).", "Ankara: "."""
    for word in context.words:
        if word.gap != "\n":
            continue
        span = longest(context, word.i, (*CITY, *AREAS))
        after = context.text.word(span.stop) if span else None
        if span is None or after is None or not after.gap.strip() or after.gap.strip()[0] not in _DATELINE:
            continue
        if _is_aged(context, after) or _is_label(context, span) or _is_named(context, span):
            continue
        dated = after.gap.strip()[0] != ":" and (after.text[:1].isdigit() or after.capital)
        if dated or is_certain(context, span):
            yield Candidate(span.start, span.stop, "place", context.place_kind(span))


def cell_city(context: Context) -> Iterator[Candidate]:
    """A city or area that fills a cell of a table, whatever else its name may be: "Geneva", "Split"."""
    for word in context.words:
        if not _parts_cells(word.gap):
            continue
        span = longest(context, word.i, (*CITY, *AREAS))
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
