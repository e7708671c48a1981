"""From a saved HTML page to plain text with its block structure, and what its head says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pipeline.read.bare import bare_text

_HEAD = 50_000
# A longer cell holds a text, not a value of a table.
_CELL = 400
_SAVED_FROM = re.compile(r"saved from url=\(\d{1,6}\)(\S{1,2000})")


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What an HTML file says: its text as laid out, its title and its address."""

    text: str
    title: str | None
    url: str | None


def read_html(markup: str) -> HtmlPage:
    """Lay the page out as text: one line a block, list signs kept, scripts and styles left out.

    A page nested deeper than the parser goes is read without its layout, a line each piece of text.
    """
    from inscriptis import Inscriptis
    from inscriptis.css_profiles import CSS_PROFILES
    from inscriptis.model.config import ParserConfig
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    saved = _SAVED_FROM.search(markup[:_HEAD])
    try:
        parser = HTMLParser(encoding="utf-8", huge_tree=True)
        tree: Any = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (ValueError, SyntaxError, ParserError):  # no element at all
        return HtmlPage(bare_text(markup), None, None)
    title = " ".join((tree.findtext(".//title") or "").split()) or None
    url = _address(tree) or (saved.group(1) if saved else None)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        return HtmlPage(bare_text(markup), title, url)
    try:
        _unfold_layout_tables(tree)
        text = Inscriptis(tree, ParserConfig(css=CSS_PROFILES["strict"])).get_text()
    except RecursionError:
        text = bare_text(markup)
    return HtmlPage(text, title, url)


def _unfold_layout_tables(tree: Any) -> None:
    """Cells of a table that places whole texts side by side come one after another.

    Laid out as a table, line by line, a menu column and a text column would be woven together.
    """
    for table in [*tree.iter("table")]:
        cells = [cell for cell in table.iter("td", "th") if _holds_text(cell)]
        if cells:
            for element in table.iter("table", "tbody", "thead", "tr", "td", "th"):
                element.tag = "div"


def _holds_text(cell: Any) -> bool:
    blocks = sum(1 for _ in cell.iter("p", "br", "div", "table", "h1", "h2", "h3", "h4", "li"))
    return blocks > 1 or len(cell.text_content()) > _CELL


def _address(tree: Any) -> str | None:
    for path in (".//link[@rel='canonical']/@href", ".//meta[@property='og:url']/@content"):
        for found in tree.xpath(path):
            if str(found).startswith("http"):
                return str(found)
    return None
