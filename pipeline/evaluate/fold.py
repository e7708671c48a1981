"""Text evened out before it is compared: what a reader would call the same words.

Gold labels keep the page's own characters, the dataset's `text` columns the repaired reading; both
must compare equal, whichever repairs a dataset has made.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

__all__ = ["Folding", "plain"]

_NOT_ASCII = re.compile(r"[^\x00-\x7f]{2,}")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,80}>")
_TITLE = re.compile(r"^(the|mr\.?|mrs\.?|ms\.?|dr\.?)\s+")
_SAME = str.maketrans({"\u00ad": None, "\u00a0": " ", "’": "'", "‘": "'", "“": '"', "”": '"'})
_UNDEFINED_IN_CP1252 = "\x81\x8d\x8f\x90\x9d"


def plain(text: str | None) -> str:
    """White space, soft hyphens, quotes, mojibake, HTML entities and tags evened out; lower case.

    >>> plain("  “Freedom”  House\\n &amp; <b>Viasna</b>")
    '"freedom" house & viasna'
    >>> plain("the UNâ€™s letter")
    "the un's letter"
    >>> plain(None)
    ''
    """
    text = _NOT_ASCII.sub(_unmojibake, text or "")
    text = _TAG.sub("", html.unescape(text)).translate(_SAME)
    return " ".join(text.split()).casefold()


def _whole_words(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")


def _unmojibake(match: re.Match[str]) -> str:
    """UTF-8 that was read as windows-1252, read again as UTF-8; anything else as it is."""
    try:
        return b"".join(map(_byte, match.group())).decode("utf-8")
    except UnicodeError:
        return match.group()


def _byte(character: str) -> bytes:
    return character.encode("latin-1" if character in _UNDEFINED_IN_CP1252 else "cp1252")


class Folding:
    """How the names and triggers of one page are compared: `plain`, its misspellings mended.

    `typos` are pairs (misspelt, right). A leading article or title, a possessive ending and
    punctuation at the ends do not count.

    >>> Folding([("commitee", "committee")]).norm("The Helsinki Commitee's")
    'helsinki committee'
    >>> Folding().norm("Dr. Ivan Petrov,")
    'ivan petrov'
    """

    def __init__(self, typos: Iterable[tuple[str, str]] = ()) -> None:
        self._typos = tuple((_whole_words(plain(bad)), plain(good)) for bad, good in typos)
        self._known: dict[str | None, str] = {}

    def norm(self, text: str | None) -> str:
        """The form in which `text` is compared; an empty string for None."""
        if text not in self._known:
            self._known[text] = self._fold(text)
        return self._known[text]

    def _fold(self, text: str | None) -> str:
        folded = plain(text)
        for misspelt, right in self._typos:
            folded = misspelt.sub(right.replace("\\", r"\\"), folded)
        return _TITLE.sub("", folded).removesuffix("'s").strip(" .,:;\"'()")
