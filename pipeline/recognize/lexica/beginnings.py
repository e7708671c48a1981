"""How the names of a list begin, so that most words of a text need not be held against it."""

from __future__ import annotations

from collections.abc import Iterable

_LETTERS = 4


class Beginnings:
    """The first letters of names, all apostrophes alike.

    >>> names = Beginnings(["Casa Rosada", "K2"])
    >>> names.may_begin("of Casa", 3), names.may_begin("in Cairo", 3), names.may_begin("on K2.", 3)
    (True, False, True)
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._heads = frozenset(name[:_LETTERS].replace("’", "'") for name in names)
        self._lengths = sorted(set(map(len, self._heads)))

    def may_begin(self, text: str, start: int) -> bool:
        """False where no name of the list begins at this place of a text."""
        letters = text[start : start + _LETTERS].replace("’", "'")
        return any(letters[:length] in self._heads for length in self._lengths)
