"""Dates that are no time of an event: the item's own, an edition's year, a bound."""

from __future__ import annotations

from pipeline.extract.frames.declared import load_words
from pipeline.extract.syntax.reading import Dated, Reading

_OF_ITEM = ("dateline", "metadata")  # sources that tell when an item was written
_HEAD_OF_ITEM = 9  # tokens at an item's start in which its own date may stand


class DateKinds:
    """Tells such dates of one item from those of its events."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        words = load_words("time")
        self._bounds, self._set = words["bounds"], words["set_for"]
        self._laws = load_words("classes")["law"]

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
        """'the Bridge Prize 2014', 'the 2009 press law', 'the Press Act (1948)': a year that names."""
        if self._is_within_name(dated):
            return True
        if dated.date.precision != "year" or dated.tokens.start == 0 or dated.date.relative:
            return False
        tokens, i = self._reading.tokens, dated.tokens.start - 1
        below = tokens[tokens[dated.head].head]
        if below.i > dated.head and tokens[dated.head].dep in ("nummod", "amod", "compound", "nmod"):
            return below.lemma.lower() in self._laws
        if tokens[i].text in ("(", "of") and i > 0:
            return tokens[i - 1].lemma.lower() in self._laws
        return tokens[i].pos in ("NOUN", "PROPN") and tokens[dated.tokens.start].pos != "ADP"

    def _is_within_name(self, dated: Dated) -> bool:
        """'the 14 February Coalition': a day that names a body."""
        tokens, stop = self._reading.tokens, dated.tokens.stop
        start = dated.tokens.start
        if dated.date.relative or stop >= len(tokens) or start == 0:
            return False
        if self._reading.lower(start - 1) not in ("the", "our", "their"):
            return False
        head = tokens[tokens[dated.head].head]
        premodifies = head.i >= stop and tokens[dated.head].dep in ("nummod", "amod", "compound", "nmod")
        between = all(t.text[:1].isupper() for t in tokens[stop : head.i + 1])
        return premodifies and head.tag == "NNP" and between

    def is_edition(self, dated: Dated) -> bool:
        """'this year's laureates': a year that tells which."""
        return dated.date.precision == "year" and self._reading.tokens[dated.head].dep == "poss"

    def is_bound(self, dated: Dated) -> bool:
        """'until 5 May', 'before 2010': a date that bounds an event and is not its time."""
        tokens, i = self._reading.tokens, dated.tokens.start - 1
        while i >= 0 and tokens[i].text.lower() in ("the", "about", "around"):
            i -= 1
        if i < 0 or self._reading.lower(i) not in self._bounds:
            return False
        if self._reading.lower(i) == "by":
            return tokens[tokens[i].head].tag == "VB"  # 'ordered to leave by 30 June'
        if self._reading.lower(i) != "for":
            return True
        return i == 0 or (
            tokens[i - 1].lemma not in self._set and tokens[tokens[i].head].lemma not in self._set
        )

    def is_ahead(self, dated: Dated) -> bool:
        """A day after that on which the item was published: of no words that it reports."""
        item, first = self._reading.item, dated.date.date_start
        if item.published_on is None or item.published_precision not in (None, "day") or first is None:
            return False
        return item.published_source in _OF_ITEM and first > item.published_on
