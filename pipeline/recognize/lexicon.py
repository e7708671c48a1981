"""What the domain knows of names, read from `pipeline/resources/recognize/*.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

Words = frozenset[str]
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class OrganizationWords:
    """See organizations.toml."""

    heads: Words
    weak_heads: Words
    located: Words
    named: Words
    kinds_before: Words
    bare_kinds: Words
    parts_of: Words
    links: Words
    inner: Words
    topics: Words
    known: Words
    short_heads: Words
    adjective_titles: Words
    foreign_heads: Words
    foreign_links: Words
    people: Words
    before_roles: Words
    employed: Words
    plain_acronyms: Words
    compound_openers: Words
    kinds_after: Words
    collective: Words
    first_links: Words
    described: Words


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """See places.toml; the first three and `known` lead from a word or name to its place kind."""

    after: dict[str, str]
    before: dict[str, str]
    known: dict[str, str]
    numbered: Words
    numbered_bodies: Words
    of: Words
    polities: Words
    polity_modifiers: Words
    locative: Words
    strong_locative: Words
    buildings: Words
    small_nouns: Words
    governed: Words
    dotted: Words
    saints: Words
    name_particles: Words
    prison_codes: Words
    small_numbered: Words
    small_numbered_modifiers: Words
    centres: Words
    centre_words: Words
    of_nouns: Words
    small_after: Words
    shores: Words
    compass: Words
    described: Words
    station_kinds: Words


@dataclass(frozen=True, slots=True)
class PersonWords:
    """See people.toml."""

    titles: Words
    roles: Words
    plural_roles: Words
    kin: Words
    particles: Words
    endings: Words
    verbs: Words
    speech: Words
    long_titles: Words
    leading: Words
    alias_cues: Words
    no_names: Words
    moved: Words
    filial: Words
    capital_titles: Words
    after_no_title: Words
    surname_suffixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OtherWords:
    """See others.toml."""

    heads: Words
    weekdays: Words
    months: Words
    ambiguous_months: Words
    openers: Words
    quoted_works: Words
    plain: Words
    demonyms: Words
    hyphen_tails: Words
    month_cues: Words
    links: Words
    abbreviations: Words
    small_in_titles: Words
    posted: Words
    mail_fields: Words
    groups: Words


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All declared knowledge of names."""

    organizations: OrganizationWords
    places: PlaceWords
    people: PersonWords
    others: OtherWords


@cache
def load_lexicon() -> Lexicon:
    """The lexicon, read once."""
    places = _read("places")
    suffixes = tuple(sorted(set(_words(_read("people")["surname_suffixes"]))))
    people = {k: _words(v) for k, v in _read("people").items() if k != "surname_suffixes"}
    return Lexicon(
        organizations=_fill(OrganizationWords, _read("organizations")),
        places=PlaceWords(
            after=_kinds(places["after"]),
            before=_kinds(places["before"]),
            known={name: kind for kind, names in places["known"].items() for name in names},
            numbered=_words(places["numbered"]["heads"]),
            numbered_bodies=_words(places["numbered"]["not_places"]),
            of=_words(places["of"]["heads"]),
            polities=_words(places["polity"]["heads"]),
            polity_modifiers=_words(places["polity"]["modifiers"]),
            locative=_words(places["prepositions"]["locative"]),
            strong_locative=_words(places["prepositions"]["strong"]),
            buildings=_words(places["buildings"]),
            small_nouns=_words(places["small_nouns"]),
            governed=_words(places["governed"]),
            dotted=_words(places["dotted"]),
            saints=_words(places["saints"]),
            name_particles=_words(places["name_particles"]),
            prison_codes=_words(places["prison_codes"]),
            small_numbered=_words(places["small_numbered"]),
            small_numbered_modifiers=_words(places["small_numbered_modifiers"]),
            centres=_words(places["centres"]),
            centre_words=_words(places["centre_words"]),
            of_nouns=_words(places["of_nouns"]),
            small_after=_words(places["small_after"]),
            shores=_words(places["shores"]),
            compass=_words(places["compass"]),
            described=_words(places["described"]),
            station_kinds=_words(places["station_kinds"]),
        ),
        people=PersonWords(**people, surname_suffixes=suffixes),
        others=_fill(OtherWords, _read("others")),
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("pipeline").joinpath(f"resources/recognize/{name}.toml").read_text("utf-8"))


def _words(value: str | list[str]) -> Words:
    return frozenset(value.split() if isinstance(value, str) else value)


def _kinds(table: dict[str, str]) -> dict[str, str]:
    return {word: kind for kind, words in table.items() for word in words.split()}


def _fill(row: Callable[..., Row], table: dict[str, Any]) -> Row:
    return row(**{field.name: _words(table[field.name]) for field in fields(row)})  # type: ignore[arg-type]
