"""The text of markup that no parser can take: tags left out, in time linear in its length."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_TAG = re.compile(r"<[^<>]{0,2000}>")
_UNREAD = ("script", "style", "head")


def bare_text(markup: str) -> str:
    """What stands between the tags, a line each piece; scripts, styles and the head left out.

    >>> bare_text("<div><p>Two &amp; two<style>p {}</style><br>more")
    'Two & two\\nmore'
    """
    for name in _UNREAD:
        markup = "".join(_outside(markup, name))
    pieces = (" ".join(html.unescape(piece).split()) for piece in _TAG.split(markup))
    return "\n".join(piece for piece in pieces if piece)


def _outside(markup: str, name: str) -> Iterator[str]:
    """What stands outside the elements of a name; an element that is never closed is kept."""
    lower, at = markup.lower(), 0
    while (start := lower.find(f"<{name}", at)) >= 0:
        end = lower.find(f"</{name}", start)
        if end < 0:
            break
        yield markup[at:start]
        at = end
    yield markup[at:]
