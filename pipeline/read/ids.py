"""Readable page ids that depend on the path alone."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath

_SAFE = re.compile(r"[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*")
_UNSAFE_RUN = re.compile(r"[^A-Za-z0-9_./-]+")
_HTML = (".html", ".htm")


def page_id(path: str) -> str:
    """The id of a page, from its path relative to raw/ with forward slashes.

    A text file loses its suffix, an HTML file keeps it, so that `a.txt` and `a.html` differ. Where
    the slug loses something, `~` and a hash of the path follow: other pages never matter.

    >>> page_id("news/2012 august.txt")
    'news/2012-august~f0beba22'
    >>> page_id("news/august.txt"), page_id("news/august.html")
    ('news/august', 'news/august.html')
    """
    pure = PurePosixPath(path)
    text_file = pure.suffix.lower() == ".txt"
    stem = path[: -len(pure.suffix)] if text_file else path
    clash = text_file and (pure.suffix != ".txt" or PurePosixPath(stem).suffix.lower() in _HTML)
    if _SAFE.fullmatch(stem) and not clash:
        return stem
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    slug = _UNSAFE_RUN.sub("-", plain).strip("-") or "page"
    return f"{slug}~{hashlib.sha256(path.encode()).hexdigest()[:8]}"
