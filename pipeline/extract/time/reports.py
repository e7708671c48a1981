"""Reports of one occasion, below its day: the session of a court, a vigil, a hearing that one watched."""

from __future__ import annotations

import re
from functools import cached_property

from pipeline.extract.frames.declared import load_words
from pipeline.extract.syntax.reading import Reading
from pipeline.schema.flow import Block

_WATCHED = re.compile(
    r"(?:^|[|.;\t]) ?(?:monitor|observer|monitored by|observed by|presiding|presiding judge|judge)\b ?:"
    r"|[:,–—-] ?(?:day \d+|(?:first|second|third|fourth|fifth|last) (?:day|session|hearing|sitting))$",
    re.IGNORECASE,
)  # a field of a trial's notes, or a headline such as 'Case of the Ten: day 2'
_READ = 4  # blocks at an item's start in which a headline, a day and such fields stand
_WORD = re.compile(r"\w+")
_OCCASION_WORDS = 6  # words beside the day in a line that names an occasion; more are a sentence


class Reports:
    """Tells whether one item is such a report."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._occasions = load_words("time")["occasions"]

    @cached_property
    def is_report(self) -> bool:
        """True below a line that names an occasion and its day, or the one who watched a trial."""
        item = self._reading.item
        if any(_WATCHED.search(item.text[b.start : b.end]) for b in item.blocks[:_READ]):
            return True
        line = next((block for block in item.blocks if block.kind == "dateline"), None)
        words = None if line is None else self.words_beside_day(line)
        return words is not None and len(words) <= _OCCASION_WORDS and not words.isdisjoint(self._occasions)

    def words_beside_day(self, line: Block) -> frozenset[str] | None:
        """The words of a dateline besides its date, in lower case; None where it holds no date."""
        inside = (
            d.date for d in self._reading.dates if d.date.start >= line.start and d.date.end <= line.end
        )
        own = next(inside, None)
        if own is None:
            return None
        text = self._reading.item.text
        rest = text[line.start : own.start] + " " + text[own.end : line.end]
        return frozenset(_WORD.findall(rest.lower()))
