"""Whether a given name is a woman's or a man's.

Known from the lists of some eighty languages in the Faker package, and from the table of names that
are one across languages, `resources/link/given_names.toml`.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from anyascii import anyascii

from pipeline.kept import kept_lists
from pipeline.memo import fingerprint, source_version
from pipeline.resources import RESOURCES, table
from pipeline.versions import libraries

FEMININE, MASCULINE = "feminine", "masculine"
_LISTS = {"first_names_female": FEMININE, "first_names_male": MASCULINE}
_SEXES = {"f": FEMININE, "m": MASCULINE}
_MIXED = ("en_KE",)  # whose list of men has women's names: Wanjiku, Wambui, Muthoni
_TABLE = RESOURCES / "link" / "given_names.toml"
_CLEAR = 4  # times more languages that must know a name as one sex than as the other


@cache
def gender_of_given_name(name: str) -> str | None:
    """The gender of those who bear a given name; None where the lists do not know it or disagree.

    >>> [gender_of_given_name(name) for name in ("Olena", "Joshua", "Uladzimir", "Sasha", "Qwrt")]
    ['feminine', 'masculine', 'masculine', None, None]
    """
    feminine, masculine = (_languages()[gender][_plain(name)] for gender in (FEMININE, MASCULINE))
    if feminine >= _CLEAR * masculine and feminine:
        return FEMININE
    return MASCULINE if masculine >= _CLEAR * feminine and masculine else None


@cache
def _languages() -> dict[str, Counter[str]]:
    """In how many languages a name is one of each gender."""
    version = fingerprint(libraries(), source_version(Path(__file__), _TABLE))
    return {gender: Counter(names) for gender, names in kept_lists("genders", version, _listed).items()}


def _listed() -> dict[str, list[str]]:
    """The names of each gender, once for each language that has them."""
    import faker.providers.person as package

    found: dict[str, list[str]] = {FEMININE: [], MASCULINE: []}
    for module in iter_modules(package.__path__):
        if module.name in _MIXED:
            continue
        provider = import_module(f"{package.__name__}.{module.name}").Provider
        for attribute, gender in _LISTS.items():
            found[gender] += sorted(set(map(_plain, vars(provider).get(attribute, ()))))
    for sexes in table("link/given_names").values():
        for sex, classes in sexes.items():
            if sex in _SEXES:
                found[_SEXES[sex]] += sorted({_plain(form) for forms in classes.values() for form in forms})
    return found


def _plain(name: str) -> str:
    return anyascii(name).casefold()
