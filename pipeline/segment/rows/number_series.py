"""Numbers that only their series shows for what they are: `017 - QUIROGA Elvira`, `#07 SENAIT DEBESAY`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.prose import headline_like, is_prose

_AT_LEAST = 3
_SHAPES = (Shape.HEAD, Shape.PROSE)
_NUMBER = re.compile(
    r"(?P<open>(?i:no|nr|num|entry|file|case|n)[.°º]?\s?|[A-Z]{1,5}[-/. ]?|[(\[#№])?"
    r"(?P<parts>(?:\d{1,4}[-/.]){0,2})(?P<number>\d{1,6})"
    r"(?P<close>\s?[)\]]?\s?[.:|/)–—-]{0,2})\s+(?=[^\W\d_a-z]|[\"“‘'«])"
)


def read_number_series(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such numbers as numbering: three or more of the same form that rise or fall.

    With no sign around them they count, `1 Four fined`, `2 Union sealed`, each behind a blank line.
    """
    read = list(rows)
    by_form: dict[str, list[tuple[Row, re.Match[str]]]] = {}
    for row in rows:
        match = _NUMBER.match(row.folded.text) if row.shape in _SHAPES and not row.marker else None
        if match and row.date is None:
            by_form.setdefault(_form(match), []).append((row, match))
    for form, found in by_form.items():
        for run in _runs(found):
            apart = sum(row.gap for row, _ in run)
            signed = bool(form.strip("0")) or form.startswith("0")
            if apart * 2 >= len(run) if signed else apart == len(run) and _counts(run):
                for row, match in run:
                    read[row.index] = _numbered(row, match.end())
    return read


def _form(match: re.Match[str]) -> str:
    """What stays the same from one number to the next; a nought before it is part of the form."""
    if match["parts"]:
        return f"{match['open'] or ''}{match['parts'].count('-')}{match['close'].strip()}-"
    padded = "0" * len(match["number"]) if match["number"].startswith("0") else ""
    sign = (match["open"] or "").strip() + match["close"].strip()
    return padded[:1] + sign if padded and not sign else sign


def _runs(found: Sequence[tuple[Row, re.Match[str]]]) -> Iterator[list[tuple[Row, re.Match[str]]]]:
    """Stretches of three lines or more in which the numbers rise, or fall, from one to the next."""
    for sign in (1, -1):
        run = list(found[:1])
        for before, after in pairwise(found):
            if (int(after[1]["number"]) - int(before[1]["number"])) * sign > 0:
                run.append(after)
                continue
            if len(run) >= _AT_LEAST:
                yield run
            run = [after]
        if len(run) >= _AT_LEAST:
            yield run


def _counts(run: Sequence[tuple[Row, re.Match[str]]]) -> bool:
    numbers = [int(match["number"]) for _, match in run]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _numbered(row: Row, start: int) -> Row:
    words = row.folded.text[start : row.text_end]
    prose = is_prose(words) or not headline_like(words)
    return replace(
        row, shape=Shape.PROSE if prose else Shape.HEAD, marker=start, numbered=True, text_start=start
    )
