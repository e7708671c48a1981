"""Names that very many people bear: those in several of the lists of eighty languages in the Faker package.

Two people of one common given and one common family name are met often, of other names hardly ever.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from pipeline.link.spelling import spelling_key

_LISTS = 5


def is_common(name: str) -> bool:
    """Whether a given or family name is common in several languages.

    >>> is_common("García"), is_common("Echenique")
    (True, False)
    """
    return _lists_with()[spelling_key(name)] >= _LISTS


def is_hungarian(name: str, kind: str) -> bool:
    """Whether a name is on the Hungarian list of its kind, `first_name` or `last_name`."""
    return spelling_key(name) in _listed("hu_HU", (kind,))


@cache
def _lists_with() -> Counter[str]:
    """In how many languages a name is one."""
    found: Counter[str] = Counter()
    for language in _languages():
        found.update(_listed(language, ("first_name", "last_name")))
    return found


@cache
def _languages() -> tuple[str, ...]:
    import faker.providers.person as package

    return tuple(module.name for module in iter_modules(package.__path__))


@cache
def _listed(language: str, kinds: tuple[str, ...]) -> frozenset[str]:
    """The keys of the names of a language, each once."""
    return frozenset(spelling_key(name) for name in _names(language, kinds))


def _names(module: str, kinds: tuple[str, ...]) -> Iterator[str]:
    provider = import_module(f"faker.providers.person.{module}").Provider
    for attribute, names in sorted(vars(provider).items()):
        if attribute.startswith(kinds) and isinstance(names, tuple | list | dict):
            yield from (name for name in names if isinstance(name, str))
