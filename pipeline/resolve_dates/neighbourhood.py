"""The characters, words and tags beside a span of an item."""

from __future__ import annotations

import re

from pipeline.calendar_words import alternation
from pipeline.resolve_dates.words import resource
from pipeline.syntax import Tree

_GUARDS = resource("guards")
_BEFORE_WORD = re.compile(r"(?:^|(?<=[\W_]))([^\W_][\w’']{0,30}\.?) $")
_NEXT_WORD = re.compile(r" {0,2}-?([^\W\d_][\w’']{0,30})")
_SURE = re.compile(rf"(?<![\w’'-]){alternation(_GUARDS['time_prepositions'])}[ -]$", re.IGNORECASE)
_OPEN = re.compile(rf"(?<![\w’'-]){alternation(_GUARDS['open_prepositions'])} $", re.IGNORECASE)
# No look behind or ahead needs more characters than these.
_REACH = 40
_EVEN = re.compile(r"[^\S\n ]")
_HYPHENS = str.maketrans("‐‑", "--")


def evened(text: str) -> str:
    """The text with every blank an ordinary one and every hyphen too, character for character.

    >>> evened("4\u00a0August")
    '4 August'
    """
    return _EVEN.sub(" ", text).translate(_HYPHENS)


class Neighbourhood:
    """An item's text and tree, asked about what stands beside a span of clean offsets."""

    def __init__(self, text: str, tree: Tree) -> None:
        self.text = evened(text)
        self.tree = tree
        self._first_break = text.find("\n")

    def before(self, start: int) -> str:
        """The characters of the same block before a span, at most forty."""
        return self.text[max(0, start - _REACH) : start].rpartition("\n")[2]

    def after(self, end: int) -> str:
        """The characters of the same block behind a span, at most forty."""
        return self.text[end : end + _REACH].partition("\n")[0]

    def is_first_block(self, start: int) -> bool:
        """True of what stands in the first block of the item, which is its headline if it has one."""
        return self._first_break < 0 or start < self._first_break

    def previous_word(self, start: int) -> str:
        """The word right before a span, of the same sentence or name; empty if there is none."""
        found = _BEFORE_WORD.search(self.before(start))
        return found.group(1) if found else ""

    def next_word(self, end: int) -> str:
        """The word right behind a span, with nothing but a blank between; empty if there is none."""
        found = _NEXT_WORD.match(self.after(end))
        return found.group(1) if found else ""

    def next_tag(self, end: int) -> str:
        """The part-of-speech tag of the token right behind a span and a blank; empty if there is none."""
        if self.after(end)[:1] != " ":
            return ""
        tokens = self.tree.at(end + 1, end + 2)
        return self.tree.tokens[tokens[0]].tag if tokens else ""

    def after_time_preposition(self, start: int) -> bool:
        """True behind "in", "since", "last": only a time can follow."""
        return _SURE.search(self.before(start)) is not None

    def after_open_preposition(self, start: int) -> bool:
        """True behind "by", "from", "to": a time or a person can follow."""
        return _OPEN.search(self.before(start)) is not None
