"""White space: too much of it, line wraps, and the space that is missing after a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.normalize.lexicon import english
from pipeline.normalize.traced_text import Fix
from pipeline.resources import table

_SPACE = re.compile(r"\s{2,}|[^\S ]")  # but a single ordinary one
_CUT_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,30})(-[ \t]{0,4}\r?\n[ \t]{0,40})([^\W\d_]{2,30})")
_GLUED = re.compile(
    r"(?<![\w.@/:’'])(?P<left>[A-Za-z]{2,30}|[0-9]{1,4})[)\]\"”’]{0,2}(?P<mark>[.?!;,])"
    r"(?P<quote>[)\]”’\"(\[“‘]?)(?=(?P<right>[A-Z][a-z]{1,30}|[A-Z]{2,8}|[AI]|[a-z]{2,30})(?![\w.@/:’'-]))"
)
_CLOSING = (")", "]", "”", "’")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def wrapped_words(text: str) -> Iterator[Fix]:
    """A word cut by a hyphen at the end of a line; the hyphen stays in a compound."""
    if "-" not in text:
        return
    for found in _CUT_WORD.finditer(text):
        left, _, right = found.groups()
        whole = _is_one_word(left.lower(), right.lower())
        yield Fix(found.start(2), found.end(2), "" if whole else "-")


def _is_one_word(left: str, right: str) -> bool:
    lexicon = english()
    if lexicon.is_common(left) and lexicon.is_common(right):
        return lexicon.is_common(left + right)
    return lexicon.knows(left + right)


def white_space(text: str) -> Iterator[Fix]:
    """Runs of spaces, line ends and odd spaces, each made one space, or one tab between cells of a table."""
    for found in _SPACE.finditer(text):
        space = "\t" if "\t" in found.group().strip(" \r\n") and _parts_cells(text, found) else " "
        if found.group() != space:
            yield Fix(*found.span(), space)


def _parts_cells(text: str, found: re.Match[str]) -> bool:
    """Whether a tab stands between two words of a line, and is no indentation or wrap."""
    return "\n" not in found.group() and found.start() > 0 and found.end() < len(text)


def missing_spaces(text: str) -> Iterator[Fix]:
    """A sentence or clause that begins right behind the mark that ends the one before.

    Both sides must be words, `beaten.Police`, or the right side one that opens sentences,
    `in Minsk.The`; so `index.Html`, `St.Petersburg` and addresses stay.
    """
    reached, inside = 0, False
    for found in _GLUED.finditer(text):
        at = found.end("mark")
        inside ^= text.count('"', reached, at) % 2 == 1
        reached = at
        if _is_glued(*found.group("left", "mark", "right")):
            quote = found.group("quote")
            closes = quote in _CLOSING or (quote == '"' and inside)
            before = at if closes else at - 1
            shown = found.start(), found.end() + len(found.group("right"))
            yield Fix(before, before + 1, f"{text[before]} ", "spacing", 0.95, shown)


def _is_glued(left: str, mark: str, right: str) -> bool:
    words = table("normalize/spacing")
    lexicon = english()
    if left in words["abbreviations"]:
        return False
    if mark in ",;":
        return lexicon.is_common(left.lower()) and lexicon.is_common(right.lower())
    if not right[0].isupper():
        return False
    after_word = lexicon.is_common(left) or _YEAR.fullmatch(left) is not None
    return after_word or right in words["openers"]
