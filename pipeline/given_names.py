"""Whether a given name is a woman's or a man's.

Known from the lists of some eighty languages in the Faker package, and from the table of names that
are one across languages, `resources/link/given_names.toml`.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from anyascii import anyascii

from pipeline.resources import table

FEMININE, MASCULINE = "feminine", "masculine"
_LISTS = {"first_names_female": FEMININE, "first_names_male": MASCULINE}
_SEXES = {"f": FEMININE, "m": MASCULINE}
_MIXED = ("en_KE",)  # whose list of men has women's names: Wanjiku, Wambui, Muthoni
_CLEAR = 4  # times more languages that must know a name as one sex than as the other


@cache
def gender_of_given_name(name: str) -> str | None:
    """The gender of those who bear a given name; None where the lists do not know it or disagree.

    >>> [gender_of_given_name(name) for name in ("Olena", "Joshua", "Uladzimir", "Sasha", "Qwrt")]
    ['feminine', 'masculine', 'masculine', None, None]
    """
    feminine, masculine = (_languages()[gender, _plain(name)] for gender in (FEMININE, MASCULINE))
    if feminine >= _CLEAR * masculine and feminine:
        return FEMININE
    return MASCULINE if masculine >= _CLEAR * feminine and masculine else None


@cache
def _languages() -> Counter[tuple[str, str]]:
    """In how many languages a name is one of each gender."""
    import faker.providers.person as package

    found: Counter[tuple[str, str]] = Counter()
    for module in iter_modules(package.__path__):
        if module.name in _MIXED:
            continue
        provider = import_module(f"{package.__name__}.{module.name}").Provider
        for attribute, gender in _LISTS.items():
            names = vars(provider).get(attribute, ())
            found.update({(gender, name) for name in map(_plain, names)})
    for sexes in table("link/given_names").values():
        for sex, classes in sexes.items():
            forms = (_plain(form) for listed in classes.values() for form in listed)
            found.update({(_SEXES[sex], form) for form in forms if sex in _SEXES})
    return found


def _plain(name: str) -> str:
    return anyascii(name).casefold()
