"""Names in Latin letters without marks, as English texts write them."""

from __future__ import annotations

from functools import cache

from anyascii import anyascii

from pipeline.resources import table

_LETTERS: dict[int, str] = str.maketrans(table("romanization")["letters"])
_SLAVIC_LETTERS: dict[int, str] = str.maketrans(table("romanization")["slavic_letters"])


def plain(text: str) -> str:
    """Lower-case ASCII reading; other scripts are romanised. `ascii_lower` remembers it.

    >>> plain("Jõesaar"), plain("Məmmədzadə"), plain("Ліпкоўскі")
    ('joesaar', 'mammadzada', 'lipkouski')
    """
    return str(anyascii(text.translate(_LETTERS))).lower()


ascii_lower = cache(plain)


def sounded(token: str) -> str:
    """A name in a Slavic Latin alphabet with the letters that English spelling has for its sounds.

    >>> sounded("Maladzečna"), sounded("Michaś")
    ('Maladzechna', 'Mikhaś')
    """
    return by_alphabet(token).translate(_SLAVIC_LETTERS)


def by_alphabet(token: str) -> str:
    """A name in an alphabet of its own, with the letters that mislead an English reader changed."""
    if token.isascii():
        return token
    for alphabet in table("romanization")["alphabets"]:
        if any(sign in token for sign in alphabet["signs"]):
            for letter, sound in alphabet["change"]:
                token = token.replace(letter, sound)
    return token
