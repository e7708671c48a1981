"""Characters that were decoded wrongly or that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pipeline.normalize.traced_text import Fix

_CHUNK = re.compile(r"[^ \t\r\n]+")
_C1 = re.compile(r"[\x80-\x9f]")
_LIGATURE = re.compile(r"[\ufb00-\ufb06]")
_COMBINED = re.compile(r"[^\W\d_][\u0300-\u036f]{1,4}")
# soft hyphen, zero-width characters, marks of direction, byte order mark
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")


def mojibake(text: str) -> Iterator[Fix]:
    """UTF-8 that was read as another encoding, word by word, as ftfy judges it."""
    if text.isascii():
        return
    from ftfy import fix_encoding

    for chunk in _CHUNK.finditer(text):
        if chunk.group().isascii():
            continue
        fixed = fix_encoding(chunk.group())
        if fixed != chunk.group() and fixed:
            yield from _by_character(chunk.start(), chunk.group(), fixed)


def _by_character(start: int, old: str, new: str) -> Iterator[Fix]:
    """A fix for each character, so that names end where their letters do; one for all where it is not plain.

    Each byte of a character's UTF-8 has been read as a character.

    >>> [fix.replacement for fix in _by_character(0, "MalÃ©â€™s", "Malé’s")]
    ['é', '’']
    """
    lengths = [len(char.encode("utf-8", "surrogatepass")) for char in new]
    if sum(lengths) != len(old):
        yield _narrow(start, old, new)
        return
    at = 0
    for char, length in zip(new, lengths, strict=True):
        if old[at : at + length] != char:
            yield Fix(start + at, start + at + length, char, "encoding", 0.97)
        at += length


def _narrow(start: int, old: str, new: str) -> Fix:
    """The fix without the characters that stay at both ends, but never an empty one."""
    left = 0
    while left < min(len(old), len(new)) - 1 and old[left] == new[left]:
        left += 1
    right = 0
    while right < min(len(old), len(new)) - left - 1 and old[-1 - right] == new[-1 - right]:
        right += 1
    end = len(old) - right
    return Fix(start + left, start + end, new[left : len(new) - right], "encoding", 0.97)


def control_characters(text: str) -> Iterator[Fix]:
    """Windows punctuation that was read as Latin-1 and became control characters."""
    if text.isascii():
        return
    for found in _C1.finditer(text):
        try:
            yield Fix(*found.span(), found.group().encode("latin-1").decode("cp1252"), "encoding", 0.98)
        except UnicodeDecodeError:
            continue


def composed(text: str) -> Iterator[Fix]:
    """Ligatures as letters, and a letter with its combining marks as one character."""
    if text.isascii():
        return
    for found in _LIGATURE.finditer(text):
        yield Fix(*found.span(), unicodedata.normalize("NFKC", found.group()))
    for found in _COMBINED.finditer(text):
        one = unicodedata.normalize("NFC", found.group())
        if one != found.group():
            yield Fix(*found.span(), one)


def invisible(text: str) -> Iterator[Fix]:
    """Soft hyphens and other characters without width."""
    if text.isascii():
        return
    for found in _INVISIBLE.finditer(text):
        yield Fix(*found.span(), "")
