"""A line of raw text as a reader sees it, with the way back to its raw characters."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
    r"|</?[A-Za-z][^<>]{0,80}>"
    r"|[^\x00-\x7f]+"
    r"|[!-%'-;=-~]+"
    r"|.",
    re.S,
)
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_COLUMN_GAP = 24
_SIGNS = re.compile(r"[!-%'-;=-~]")
_PLAIN = re.compile(r"[!-%'-;=-~]*(?: [!-%'-;=-~]+)*")


@dataclass(frozen=True, slots=True)
class Folded:
    """Text with entities, tags, mojibake and runs of white space read, and its raw offsets.

    `starts[i]` and `ends[i]` are the raw span of character i; None where both texts run in step
    from `base`.
    """

    text: str
    base: int
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw span of a stretch of the folded text; `start` before `end`."""
        if self.starts is None or self.ends is None:
            return self.base + start, self.base + end
        return self.starts[start], self.ends[end - 1]


def fold(raw: str, base: int = 0) -> Folded:
    """The folded page of one raw line that begins at offset `base`; white space at its ends is dropped.

    White space that parts columns, a tab or three spaces, is read as a tab, any other as one space.

    >>> fold("  Caf&eacute;\\u00a0 of <b>S</b>") .text
    'Café of S'
    >>> fold("Osh   fined\\t  90").text
    'Osh\\tfined\\t90'
    """
    stripped = raw.strip()
    if _PLAIN.fullmatch(stripped):
        return Folded(stripped, base + len(raw) - len(raw.lstrip()))
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(raw):
        first, token = match.start() + base, match.group()
        if _SIGNS.match(token):
            chars += token
            starts += range(first, first + len(token))
            ends += range(first + 1, first + len(token) + 1)
            continue
        for char, start, end in _read(token, first):
            if char.isspace():
                if chars and chars[-1] in " \t":
                    continue
                char = _space(raw, match.start())
            chars.append(char)
            starts.append(start)
            ends.append(end)
    opening = 1 if chars and chars[0] in " \t" else 0
    last = len(chars) - 1 if len(chars) > opening and chars[-1] in " \t" else len(chars)
    return Folded("".join(chars[opening:last]), base, tuple(starts[opening:last]), tuple(ends[opening:last]))


def _space(raw: str, at: int) -> str:
    """How the white space that begins at `at` is read."""
    ahead = raw[at : at + _COLUMN_GAP]
    run = ahead[: len(ahead) - len(ahead.lstrip())]
    parts = ("\t" in run or len(run) > 2) and not any(char in run for char in "\r\n")
    return "\t" if parts else " "


def _read(token: str, at: int) -> list[tuple[str, int, int]]:
    """The characters that a token reads as, each with the raw span it comes from."""
    if len(token) == 1:
        return [] if token in _INVISIBLE else [(token, at, at + 1)]
    if token[0] == "<":
        return []
    if token[0] == "&":
        return [(char, at, at + len(token)) for char in html.unescape(token) if char not in _INVISIBLE]
    repaired = _unmojibake(token)
    if repaired is not None:
        return [(char, at, at + len(token)) for char in repaired if char not in _INVISIBLE]
    return [(char, at + i, at + i + 1) for i, char in enumerate(token) if char not in _INVISIBLE]


def _unmojibake(run: str) -> str | None:
    """UTF-8 that was read as windows-1252, read right; None where the run is none."""
    try:
        data = b"".join(_byte(char) for char in run)
        return data.decode("utf-8")
    except UnicodeError:
        return None


def _byte(char: str) -> bytes:
    return char.encode("latin-1" if char in "\x81\x8d\x8f\x90\x9d" else "cp1252")
