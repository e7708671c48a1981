"""Which words of an item stand inside quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.syntax import Token

_OPENING, _CLOSING = "“«„", "”»"


def quoted_tokens(tokens: Sequence[Token], text: str) -> Iterator[bool]:
    """One answer a token; a quotation ends with its paragraph at the latest."""
    curly, straight, line = False, False, 0
    for token in tokens:
        if "\n" in text[line : token.start]:
            curly, straight = False, False
        line = token.start
        if token.text in _OPENING:
            curly = True
        elif token.text in _CLOSING:
            curly = False
        elif token.text == '"':
            straight = not straight
        yield curly or straight
