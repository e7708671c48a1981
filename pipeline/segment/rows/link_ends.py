"""Links that are glued to the end of a text."""

from __future__ import annotations

import re

from pipeline.segment.text.lexicon import lexicon

_LINKED_TEXT = 10
_LINK = re.compile(
    r"(?<=[.!?…\]\"”’)])\s?[\[(]?(?:"
    + "|".join(re.escape(phrase) for phrase in lexicon().long_links)
    + r")\s?[\])]?[\s.…»›>→]{0,5}$",
    re.I,
)
# `He was let go. (3 May 2012) more`
_MORE = re.compile(
    r"(?<=[.!?…)\]])\s[\[(]?(?:more|details|full story|full text|read on|link)[\])]?[.…»›>→\s]{0,5}$"
)
# `Statement on the raid (PDF, 88 KB)`
_FILE = re.compile(
    r"\s?[\[(](?:(?:PDF|DOCX?|RTF|ODT|XLSX?|PPTX?|ZIP|MP[34])\b[^()\[\]]{0,24}|\d{1,4}(?:[.,]\d{1,2})?\s?[km]b)[\])]$",
    re.I,
)


def link_start(text: str, end: int) -> int:
    """Where a link to the rest begins that is glued to the end of a text; `end` where there is none.

    >>> text = "He was let go. Read more »"; text[: link_start(text, len(text))]
    'He was let go.'
    """
    tail = (
        _LINK.search(text, max(0, end - 60), end)
        or _MORE.search(text, max(0, end - 60), end)
        or _FILE.search(text, max(0, end - 60), end)
    )
    return tail.start() if tail and tail.start() > _LINKED_TEXT else end
