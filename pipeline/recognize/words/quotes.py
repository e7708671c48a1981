"""Stretches of words between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.recognize.words.words import Text

_LONGEST = 150
_QUOTED = re.compile(
    rf"“[^“”\n]{{1,{_LONGEST}}}”|„[^„“”\n]{{1,{_LONGEST}}}[“”]|«[^«»\n]{{1,{_LONGEST}}}»"
    rf"|(?<!\w)\"[^\"\n]{{1,{_LONGEST}}}\"(?!\w)"
)


def quoted_at(text: Text, i: int) -> tuple[range, int] | None:
    """The quotation that word i opens, as in `quoted`."""
    if i >= len(text.words):
        return None
    match = _QUOTED.match(text.item.text, max(text.words[i].start - 1, 0))
    if match is None:
        return None
    span = text.at(match.start() + 1, match.end() - 1)
    return (span, int(text.words[span.stop - 1].end == match.end() - 1)) if span else None


def quoted(text: Text) -> Iterator[tuple[range, int]]:
    """Spans of words in quotation marks; 1 where the closing mark follows the last word at once, else 0."""
    for match in _QUOTED.finditer(text.item.text):
        span = text.at(match.start() + 1, match.end() - 1)
        if span:
            yield span, 1 if text.words[span.stop - 1].end == match.end() - 1 else 0
