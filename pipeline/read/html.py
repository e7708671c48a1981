"""From a saved HTML page to plain text with its block structure, and what its head says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_HEAD = 50_000
_META_CHARSET = re.compile(rb"""charset\s{0,5}=\s{0,5}["']?([A-Za-z0-9_-]{1,40})""", re.I)
_SAVED_FROM = re.compile(r"saved from url=\(\d{1,6}\)(\S{1,2000})")


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What an HTML file says: its text as laid out, its title and its address."""

    text: str
    title: str | None
    url: str | None


def declared_charset(data: bytes) -> str | None:
    """The encoding that the file declares near its start."""
    match = _META_CHARSET.search(data[:4096])
    return match.group(1).decode("ascii") if match else None


def read_html(markup: str) -> HtmlPage:
    """Lay the page out as text: one line a block, list signs kept, scripts and styles left out."""
    from inscriptis import Inscriptis
    from inscriptis.css_profiles import CSS_PROFILES
    from inscriptis.model.config import ParserConfig
    from lxml.html import HTMLParser, document_fromstring

    saved = _SAVED_FROM.search(markup[:_HEAD])
    try:
        tree: Any = document_fromstring(markup.encode("utf-8"), parser=HTMLParser(encoding="utf-8"))
    except (ValueError, SyntaxError):  # lxml's ParserError is a SyntaxError: no element at all
        return HtmlPage("", None, None)
    title = " ".join((tree.findtext(".//title") or "").split()) or None
    text = Inscriptis(tree, ParserConfig(css=CSS_PROFILES["strict"])).get_text()
    return HtmlPage(text, title, _address(tree) or (saved.group(1) if saved else None))


def _address(tree: Any) -> str | None:
    for path in (".//link[@rel='canonical']/@href", ".//meta[@property='og:url']/@content"):
        for found in tree.xpath(path):
            if str(found).startswith("http"):
                return str(found)
    return None
