"""Whether a line is in title case or capitals, so that a capital letter says little."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.frequencies import english_zipf
from pipeline.recognize.lexica.lexicon import load_lexicon
from pipeline.schema.flow import Block, CleanItem

_WORD = re.compile(r"[^\W_]+")
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


_LONGEST_TITLE = 200
_HEARD_OF = 2.0  # Zipf frequency in English from which a word may be an ordinary one


def only_names(item: CleanItem, block: Block, tags: Mapping[int, str]) -> bool:
    """Whether a line in title case, not the headline and without a verb, is of a list of names."""
    if block.kind != "body" or item.text[block.start : block.end].isupper():
        return False
    found = (tags.get(match.start(), "") for match in _WORD.finditer(item.text, block.start, block.end))
    return not any(tag in _FINITE for tag in found)


def is_titled(text: str) -> bool:
    """Whether a block is in title case or capitals, so that a capital letter says little.

    >>> is_titled("Court Upholds Two Sentences in Minsk"), is_titled("Court upholds two sentences in Minsk")
    (True, False)
    """
    words = re.findall(r"[^\W\d_]{4,}", text)
    if text.rstrip()[-1:] == "." or len(text) > _LONGEST_TITLE:
        return False
    return len(words) > 3 and all(
        word[0].isupper() or word in load_lexicon().others.small_in_titles for word in words
    )


def is_unheard_of(word: str) -> bool:
    """Whether English texts do not use a word, so that in a title its capital is a name's all the same.

    >>> is_unheard_of("Petén"), is_unheard_of("Upholds")
    (True, False)
    """
    return english_zipf(word.lower()) < _HEARD_OF
