"""Dates that are no time of an event: the item's own, an edition's year, a bound."""

from __future__ import annotations

from pipeline.extract.frames import load_words
from pipeline.extract.reading import Dated, Reading

_HEAD_OF_ITEM = 9  # tokens at an item's start in which its own date may stand


class DateKinds:
    """Tells such dates of one item from those of its events."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._bounds = load_words("time")["bounds"]

    def is_own_date(self, dated: Dated) -> bool:
        """The item's own date, printed in front of its text or behind it."""
        item, tokens = self._reading.item, dated.tokens
        if self._reading.block_kind(dated.head) == "dateline":
            return True
        if item.published_on is None or dated.date.date_start is None or dated.date.relative:
            return False
        first = next((b for b in item.blocks if b.kind == "body"), None)
        if first is None or (
            dated.date.date_end != item.published_on and dated.date.date_start != item.published_on
        ):
            return False
        opening = self._reading.tree.at(first.start, first.end)
        return tokens.start - opening.start < _HEAD_OF_ITEM and self._followed_by_break(tokens.stop)

    def _followed_by_break(self, i: int) -> bool:
        tokens = self._reading.tokens
        return i < len(tokens) and tokens[i].text in ("-", "–", "—", ":", ")", ".", "|", ",")

    def is_part_of_title(self, dated: Dated) -> bool:
        """'the Bridge Prize 2014': a year that names an edition."""
        if dated.date.precision != "year" or dated.tokens.start == 0:
            return False
        before = self._reading.tokens[dated.tokens.start - 1]
        return before.pos in ("NOUN", "PROPN") and not dated.date.relative

    def is_bound(self, dated: Dated) -> bool:
        """'until 5 May', 'before 2010': a date that bounds an event and is not its time."""
        i = dated.tokens.start - 1
        while i >= 0 and self._reading.tokens[i].text.lower() in ("the", "about", "around"):
            i -= 1
        if i < 0:
            return False
        word = self._reading.lower(i)
        return word in self._bounds
