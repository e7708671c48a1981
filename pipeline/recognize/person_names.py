"""Given and family names of some eighty languages, as shipped by the Faker package."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from anyascii import anyascii

from pipeline.recognize.lexicon import load_lexicon


@cache
def load_given_names() -> frozenset[str]:
    """Given names in plain Latin letters, capitalised."""
    return frozenset(_names("first_name"))


@cache
def load_family_names() -> frozenset[str]:
    """Family names in plain Latin letters, capitalised."""
    return frozenset(_names("last_name"))


def _names(prefix: str) -> Iterator[str]:
    import faker.providers.person as package

    no_names = load_lexicon().people.no_names
    for module in iter_modules(package.__path__):
        provider = import_module(f"{package.__name__}.{module.name}").Provider
        for attribute, names in sorted(vars(provider).items()):
            if attribute.startswith(prefix) and isinstance(names, tuple | list | dict):
                plain = (_plain(name) for name in names if isinstance(name, str))
                yield from (name for name in plain if name.lower() not in no_names)


def _plain(name: str) -> str:
    return name if name.isascii() else anyascii(name)
