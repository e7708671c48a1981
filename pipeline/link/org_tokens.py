"""The words of an organisation's name: countries as one, words for a part of the body left out, acronyms."""

from __future__ import annotations

import re
from functools import cache

from pipeline.gazetteer import countries, place_key
from pipeline.link.org_words import head_words, stem
from pipeline.resources import table, words
from pipeline.romanization import ascii_lower

WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?|&")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}$")
_ACRONYM = re.compile(
    r"[A-ZА-ЯЁІЎ][A-Za-zА-Яа-я]{0,3}[A-ZА-ЯЁІЎ][A-ZА-ЯЁІЎ0-9/-]{0,8}|[A-Z]{2,10}(?:[-/][A-Z]{2,6})?"
)


def name_tokens(text: str) -> list[str]:
    """The words of a name, a country's of two or three made one, the article left out."""
    found = WORD.findall(text.replace("’s", "s").replace("'s", "s") if not text.isupper() else text)
    return _with_whole_countries(found[1:] if len(found) > 1 and found[0].lower() == "the" else found)


def _with_whole_countries(tokens: list[str]) -> list[str]:
    """Make one word of a country's name of two or three: `Viet Nam` is Vietnam."""
    found: list[str] = []
    at = 0
    while at < len(tokens):
        keys = {n: place_key(" ".join(tokens[at : at + n])) for n in (3, 2) if at + n <= len(tokens)}
        size = next((n for n, key in keys.items() if key in countries()), 1)
        found.append(countries()[keys[size]].name.replace(" ", "") if size > 1 else tokens[at])
        at += size
    return found


def without_unit(tokens: list[str]) -> tuple[list[str], bool]:
    """Leave out trailing words for a part of the body: lower-case ones, capital ones of known bodies."""
    stop = words("link/organizations", "stop")
    if not tokens or not tokens[0][:1].isupper():
        return tokens, False
    end = len(tokens)
    while end > 1 and tokens[end - 1].islower() and _is_part(tokens[end - 1], tokens[: end - 1]):
        end -= 1
    if end < len(tokens) and tokens[end - 1].lower() not in stop and end >= 1:
        return tokens[:end], True
    for cut in range(1, len(tokens)):
        rest = [ascii_lower(t) for t in tokens[cut:]]
        if (
            body_key(tokens[:cut]) in bodies()
            and rest[-1] in words("link/organizations", "units")
            and len(rest) == 1
        ):
            whole = body_key(tokens) in bodies()
            return (tokens, False) if whole else (tokens[:cut], True)
    return tokens, False


def _is_part(word: str, before: list[str]) -> bool:
    """Whether a word names a part of the body before it: "mission", or "committee" of a body already."""
    plain = stem(word)[0]
    if plain in words("link/organizations", "units"):
        return True
    return plain in head_words() and (
        body_key(before) in bodies()
        or acronym_of(before) is not None
        or any(stem(t)[0] in head_words() for t in before)
    )


def acronym_of(tokens: list[str]) -> str | None:
    """The acronym that a name of one word is, dots left out."""
    if len(tokens) != 1:
        return None
    if _DOTTED.match(tokens[0]):
        return tokens[0].replace(".", "")
    return tokens[0] if _ACRONYM.fullmatch(tokens[0]) and len(tokens[0]) <= 10 else None


def initials_of(tokens: list[str]) -> frozenset[str]:
    """The acronyms that the name may have: all words, those with capitals, without the stop words."""
    stop = words("link/organizations", "stop")
    letters = [(t[0].upper(), t[:1].isupper(), t.lower() in stop) for t in tokens if t[0].isalpha()]
    readings = {
        "".join(c for c, _, _ in letters),
        "".join(c for c, big, _ in letters if big),
        "".join(c for c, _, stopped in letters if not stopped),
    }
    return frozenset(r for r in readings if len(r) >= 2)


def body_key(tokens: list[str]) -> str:
    """What the names of a listed body have in common, in any order."""
    return " ".join(
        sorted(stem(t)[0] for t in tokens if t.lower() not in words("link/organizations", "stop"))
    )


@cache
def bodies() -> dict[str, str]:
    """The listed international bodies by the keys of their names."""
    found: dict[str, str] = {}
    for label, names in table("link/organizations")["bodies"].items():
        for name in names:
            found[body_key(name_tokens(name))] = label
    return found
