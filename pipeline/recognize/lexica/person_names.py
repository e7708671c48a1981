"""Given and family names: those of some eighty languages that the Faker package ships, and declared ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from itertools import chain
from pkgutil import iter_modules

from anyascii import anyascii

from pipeline.kept import kept_lists
from pipeline.recognize.lexica.lexicon import load_lexicon
from pipeline.resources import table
from pipeline.versions import stage_version


@cache
def load_given_names() -> frozenset[str]:
    """Given names in plain Latin letters, capitalised."""
    return frozenset(_lists()["given"])


@cache
def load_family_names() -> frozenset[str]:
    """Family names in plain Latin letters, capitalised."""
    return frozenset(_lists()["family"])


@cache
def _lists() -> Mapping[str, list[str]]:
    return kept_lists("person_names", stage_version("recognize"), _made)


def _made() -> dict[str, list[str]]:
    return {
        "given": _names(_shipped("first_name"), _declared("given"), _known_across_languages()),
        "family": _names(_shipped("last_name"), _declared("family")),
    }


def _names(*sources: Iterator[str]) -> list[str]:
    no_names = load_lexicon().people.no_names
    return sorted({name for name in chain(*sources) if name.lower() not in no_names})


def _shipped(prefix: str) -> Iterator[str]:
    import faker.providers.person as package

    for module in iter_modules(package.__path__):
        provider = import_module(f"{package.__name__}.{module.name}").Provider
        for attribute, names in sorted(vars(provider).items()):
            if attribute.startswith(prefix) and isinstance(names, tuple | list | dict):
                yield from (_plain(name) for name in names if isinstance(name, str))


def _declared(kind: str) -> Iterator[str]:
    for names in table("recognize/person_names")[kind].values():
        yield from (_plain(name).capitalize() for name in names.split())


def _known_across_languages() -> Iterator[str]:
    """The given names of which linking knows several spellings."""
    for sexes in table("link/given_names").values():
        for classes in sexes.values():
            for forms in classes.values():
                yield from (form.capitalize() for form in forms)


def _plain(name: str) -> str:
    return name if name.isascii() else anyascii(name)
