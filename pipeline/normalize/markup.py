"""HTML that was left in the text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from pipeline.normalize.traced_text import Fix

_ENTITY = re.compile(r"&(?:amp;){0,3}(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(
    r"</?(?:a|abbr|acronym|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|figcaption|figure|"
    r"font|h[1-6]|hr|i|img|ins|li|mark|ol|p|pre|q|s|small|span|strike|strong|sub|sup|table|tbody|td|th|"
    r"thead|time|tr|tt|u|ul)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_BREAKING = re.compile(r"</?(?:blockquote|br|dd|div|dt|h[1-6]|hr|li|ol|p|table|td|th|tr|ul)\b", re.IGNORECASE)


def entities(text: str) -> Iterator[Fix]:
    """Character references such as `&amp;` and `&#8217;`, also those escaped twice."""
    for found in _ENTITY.finditer(text):
        read = found.group()
        for _ in range(4):
            read = html.unescape(read)
        if read != found.group():
            yield Fix(*found.span(), read, "entity", 0.99)


def tags(text: str) -> Iterator[Fix]:
    """HTML tags; one that breaks the line leaves a space. Anything else in `<...>` stays."""
    for found in _TAG.finditer(text):
        yield Fix(*found.span(), " " if _BREAKING.match(found.group()) else "", "entity", 0.97)
