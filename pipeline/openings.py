"""How the matches of a pattern can begin, so that it need not be tried at every place of a text.

The module `re` tries a pattern that begins with a lookbehind at each character, which is dear where many
patterns read the same text. Here the pattern itself tells where a match may begin and with what.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import cache
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

LENGTH = 4
"""Characters of an opening: enough to tell most words apart."""

ARTICLE = "the "
"""Behind it an opening goes on for `LENGTH` characters: a third of the rules for dates may begin so."""

_LONGEST = len(ARTICLE) + LENGTH

ELSE = "\x80"
"""In an opening, any character beyond ASCII."""

_OPEN_END = "\x81"
"""Behind an opening, before it is done: anything may follow."""

_ASCII = tuple(map(chr, range(128)))
_NO_WIDTH = (ops.AT, ops.ASSERT, ops.ASSERT_NOT)
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
_GROUPS = {ops.SUBPATTERN: 3, ops.ATOMIC_GROUP: None}
_LOOK_BACK = -1
_MOST = 4096

_ASCII_TOO = {"ſ": "s", "K": "k", "İ": "i", "ı": "i"}  # to a pattern that ignores case

_WORD = re.compile(r"\w")
_START = re.compile(r"\w(?<!\w\w)|[^\w\s]")


def starts(text: str, first: int = 0, end: int | None = None) -> Iterator[tuple[int, str]]:
    """Where words and marks begin in a stretch of a text, each with its opening as `openings` writes them.

    >>> list(starts("On 12 May"))
    [(0, 'on 0'), (3, '00 m'), (6, 'may')]
    """
    end = len(text) if end is None else min(end, len(text))
    folded = text[first : end + _LONGEST].translate(_FOLDED)
    for match in _START.finditer(text, first, end):
        place = match.start() - first
        opening = folded[place : place + LENGTH]
        yield match.start(), folded[place : place + _LONGEST] if opening == ARTICLE else opening


def may_open(opening: str, heads: Container[str]) -> bool:
    """Whether what begins with an opening (`starts`) may be one of the matches with some `openings`.

    >>> may_open("may ", {"may", "june"}), may_open("mayo", {"march"})
    (True, False)
    """
    return any(opening[:length] in heads for length in range(1, len(opening) + 1))


def openings(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """How all matches open: up to `LENGTH` characters, and `ARTICLE` before them; shorter where a match is or
    where anything may follow.

    Letters are in lower case, digits 0 and all blanks the same. None where matches may begin with anything,
    or at other places than those that `starts` finds.

    >>> sorted(openings(re.compile(r"\\b(?:May|in june|[12]?\\dth)")))
    ['00th', '0th', 'in j', 'may']
    >>> openings(re.compile("May|in june")) is None
    True
    """
    parsed = _parser.parse(pattern.pattern, pattern.flags)
    found = {head.rstrip(_OPEN_END) for head in _extended({""}, parsed)}
    if not _begins_word(parsed) or any(not head or head[0].isspace() for head in found):
        return None
    return frozenset(found)


def _fold(letter: str) -> str:
    if letter.isspace():
        return " "
    if letter.isascii():
        return "0" if letter.isdigit() else letter.lower()
    return _ASCII_TOO.get(letter) or ("0" if letter.isdigit() else ELSE)


class _Folding(dict[int, str]):
    """For `str.translate`; learns each character when it first comes."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold(chr(code))
        return self[code]


_FOLDED = _Folding()


def _extended(heads: set[str], items: Iterable[tuple[Any, Any]]) -> set[str]:
    """Openings followed by the parts of a pattern."""
    for op, value in items:
        whole = {head for head in heads if _is_whole(head)}
        if len(whole) == len(heads):
            break
        longer = _with(heads - whole, op, value)
        if longer is None or len(longer) > _MOST:
            longer = {head + _OPEN_END for head in heads - whole}
        heads = whole | longer
    return heads


def _is_whole(head: str) -> bool:
    return head.endswith(_OPEN_END) or len(head) == (_LONGEST if head.startswith(ARTICLE) else LENGTH)


def _with(heads: set[str], op: Any, value: Any) -> set[str] | None:
    """Openings followed by one part; None where it may be anything."""
    if op in _NO_WIDTH:
        return heads
    if op is ops.LITERAL:
        return {head + _fold(chr(value)) for head in heads}
    if op is ops.IN:
        letters = _members(value)
        return {head + letter for head in heads for letter in letters}
    if op is ops.BRANCH:
        return set().union(*(_extended(heads, branch) for branch in value[1]))
    if op in _GROUPS:
        return _extended(heads, _inside(op, value))
    if op in _REPEATS:
        return _repeated(heads, *value)
    return None


def _inside(op: Any, value: Any) -> Any:
    return value if _GROUPS[op] is None else value[_GROUPS[op]]


def _repeated(heads: set[str], least: int, most: int, part: Any) -> set[str]:
    found = heads if least == 0 else set[str]()
    once = heads
    for count in range(1, min(most, _LONGEST) + 1):
        once = _extended(once, part)
        if count >= min(least, _LONGEST):
            found = found | once
    return found


def _members(parts: list[tuple[Any, Any]]) -> set[str]:
    """The characters of a class, folded."""
    found: set[str] = set()
    for op, value in parts:
        if op is ops.LITERAL:
            found.add(chr(value))
        elif op is ops.RANGE:
            found.update(map(chr, range(value[0], min(value[1], 127) + 1)))
        elif op is ops.CATEGORY:
            found |= _named(value)
    if parts[0][0] is ops.NEGATE:
        found = set(_ASCII) - found
    beyond = {ELSE} if any(_goes_beyond(*part) for part in parts) else set()
    return {_fold(letter) for letter in found} | beyond


def _goes_beyond(op: Any, value: Any) -> bool:
    """Whether a part of a class holds characters beyond ASCII that are no digits."""
    if op is ops.RANGE:
        return bool(value[1] > 127)
    return op is ops.NEGATE or (op is ops.CATEGORY and value not in (ops.CATEGORY_DIGIT, ops.CATEGORY_SPACE))


@cache
def _named(category: Any) -> frozenset[str]:
    pattern = {
        ops.CATEGORY_DIGIT: r"\d", ops.CATEGORY_NOT_DIGIT: r"\D", ops.CATEGORY_SPACE: r"\s",
        ops.CATEGORY_NOT_SPACE: r"\S", ops.CATEGORY_WORD: r"\w", ops.CATEGORY_NOT_WORD: r"\W",
    }[category]  # fmt: skip
    return frozenset(letter for letter in _ASCII if re.match(pattern, letter))


def _begins_word(items: Iterable[tuple[Any, Any]]) -> bool:
    """Whether no match begins inside a word."""
    for op, value in items:
        if op is ops.AT:
            return value in (ops.AT_BEGINNING, ops.AT_BEGINNING_STRING, ops.AT_BOUNDARY)
        if op is ops.ASSERT_NOT and value[0] == _LOOK_BACK and _is_word_character(value[1]):
            return True
        if op in (ops.ASSERT, ops.ASSERT_NOT):
            continue
        if op is ops.BRANCH:
            return all(_begins_word(branch) for branch in value[1])
        if op in _GROUPS:
            return _begins_word(_inside(op, value))
        return op is ops.IN and all(kind is ops.LITERAL and not _WORD.match(chr(c)) for kind, c in value)
    return False


def _is_word_character(items: Any) -> bool:
    return len(items) == 1 and items[0][0] is ops.IN and (ops.CATEGORY, ops.CATEGORY_WORD) in items[0][1]
