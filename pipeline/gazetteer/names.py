"""What spellings of a place name have in common."""

from __future__ import annotations

import string

from pipeline.resources import table, words
from pipeline.romanization import ascii_lower, plain, sounded

_LAST_LATIN = "\u024f"
_MARKS: dict[int, str | None] = dict.fromkeys(map(ord, string.punctuation)) | dict.fromkeys(
    map(ord, "-/,"), " "
)
_APOSTROPHE = "’"
_SHORT_CODE = 4


def place_key(name: str) -> str:
    """What spellings of a place name have in common: case, accents, hyphens and apostrophes left out.

    >>> place_key("Ulan-Ude"), place_key("Homyel'"), place_key("São Tomé")
    ('ulan ude', 'homyel', 'sao tome')
    """
    return _key(ascii_lower(name))


def place_keys(name: str) -> tuple[str, ...]:
    """The key of a name, and that of its English spelling where it is in a Slavic Latin alphabet.

    >>> place_keys("Baranavičy")
    ('baranavicy', 'baranavichy')
    """
    return tuple(dict.fromkeys((place_key(name), place_key(sounded(name)))))


def division_key(name: str) -> str:
    """The key of a province, state or district without the words that say that it is one.

    Of English names that GeoNames lacks it is the key of the name that it has.

    >>> division_key("Minsk Oblast"), division_key("Departamento de Loreto"), division_key("Kano State")
    ('minsk', 'loreto', 'kano')
    >>> division_key("Republic of Ingushetia")
    'ingushetiya'
    """
    return without_form(place_key(name))


def without_form(key: str) -> str:
    """The `division_key` of what has a `place_key`."""
    tokens = key.split()
    forms, links = words("gazetteer/divisions", "forms"), words("gazetteer/divisions", "links")
    while len(tokens) > 1 and tokens[-1] in forms:
        tokens = tokens[:-1]
    start = 0
    while start < len(tokens) - 1 and tokens[start] in forms:
        start += 1
    while 0 < start < len(tokens) - 1 and tokens[start] in links:
        start += 1
    kept = " ".join(tokens[start:])
    usual: str = table("gazetteer/divisions")["usual"].get(kept, kept)
    return usual


def listed_key(name: str) -> str:
    """`place_key` at little cost, for a million names; empty for codes ("GME") and other scripts."""
    if name.isascii():
        if len(name) <= _SHORT_CODE and name.isupper():
            return ""
        lower = name.lower()
        return lower if lower.isalpha() else _key(lower)
    return _key(plain(name)) if is_latin(name) else ""


def is_latin(name: str) -> bool:
    """Whether a name is in Latin letters, marks and apostrophes among them."""
    return name.isascii() or max(name.replace(_APOSTROPHE, "'")) <= _LAST_LATIN


def _key(text: str) -> str:
    return " ".join(text.translate(_MARKS).split())
