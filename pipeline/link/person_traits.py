"""What the parts of a name tell of its bearer: naming tradition and sex."""

from __future__ import annotations

import re

from pipeline.link.given_names import given_name
from pipeline.link.name_words import WOMAN_PATRONYMIC, is_patronymic, slavic_ending
from pipeline.link.spelling import spelling_key
from pipeline.resources import words
from pipeline.romanization import ascii_lower


def tradition_of(given: tuple[str, ...], middle: tuple[str, ...], family: tuple[str, ...]) -> str:
    """The naming tradition that a name shows, "unknown" where none."""
    known = given_name(given[0]).traditions if given else frozenset()
    if any(slavic_ending(f) for f in family) or ("slavic" in known and "arabic" not in known):
        return "slavic"
    prefixes = words("link/surnames", "arabic_particles")
    if "arabic" in known or any(
        re.split(r"[- ]", ascii_lower(t))[0] in prefixes for t in (*given, *middle, *family)
    ):
        return "arabic"
    return min(known, default="unknown")


def sex_of(
    given: tuple[str, ...], middle: tuple[str, ...], family: tuple[str, ...], bare: bool
) -> str | None:
    """`m` or `f` where a patronymic, the given name or the ending of the family name tells."""
    for token in middle:
        if is_patronymic(token):
            return "f" if WOMAN_PATRONYMIC.search(ascii_lower(token)) else "m"
    sexes = given_name(given[0]).sexes if given else frozenset()
    if len(sexes) == 1 and not bare:
        return min(sexes)
    ending = spelling_key(family[-1], "slavic") if family else ""
    if len(ending) > 6 and ending.endswith(("skaia", "skae", "ava", "eva", "ina")):
        return "f"
    return "m" if len(ending) > 6 and ending.endswith(("ski", "kav", "nav", "rav", "lav")) else None
