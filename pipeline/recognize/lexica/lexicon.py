"""What the domain knows of names, read from `pipeline/resources/recognize/*.toml`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, TypeVar

from pipeline.recognize.lexica.word_lists import OrganizationWords, OtherWords, PersonWords, PlaceWords
from pipeline.resources import table, word_set

Row = TypeVar("Row")


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
    suffixes = tuple(sorted(set(word_set(table("recognize/people")["surname_suffixes"]))))
    people = {k: word_set(v) for k, v in table("recognize/people").items() if k != "surname_suffixes"}
    people["titles"] |= word_set(" ".join(table("titles").values()))
    return Lexicon(
        organizations=_fill(
            OrganizationWords, {**table("recognize/organizations"), **_foreign(), **_known()}
        ),
        places=_place_words(),
        people=PersonWords(**people, surname_suffixes=suffixes),
        others=_fill(OtherWords, table("recognize/others")),
    )


def _place_words() -> PlaceWords:
    rows = table("recognize/places")
    plain = {name: word_set(words) for name, words in rows.items() if isinstance(words, str)}
    return PlaceWords(
        after=_kinds(rows["after"]),
        before=_kinds(rows["before"]),
        known={name: kind for kind, names in rows["known"].items() for name in names},
        numbered=word_set(rows["numbered"]["heads"]),
        numbered_bodies=word_set(rows["numbered"]["not_places"]),
        of=word_set(rows["of"]["heads"]),
        polities=word_set(rows["polity"]["heads"]),
        polity_modifiers=word_set(rows["polity"]["modifiers"]),
        locative=word_set(rows["prepositions"]["locative"]),
        strong_locative=word_set(rows["prepositions"]["strong"]),
        **plain,
    )


def _foreign() -> dict[str, str]:
    rows = table("recognize/foreign_bodies")
    return {
        "foreign_heads": " ".join(rows["heads"].values()),
        "foreign_tails": " ".join(rows["tails"].values()),
        "foreign_articles": rows["articles"],
        "foreign_english": rows["english"],
        "foreign_housed": rows["housed"],
    }


def _known() -> dict[str, list[str]]:
    bodies = table("recognize/known_bodies").values()
    return {"known": [name for each in bodies for name in each["names"]]}


def _kinds(rows: dict[str, str]) -> dict[str, str]:
    return {word: kind for kind, names in rows.items() for word in names.split()}


def _fill(row: Callable[..., Row], values: dict[str, Any]) -> Row:
    return row(**{field.name: word_set(values[field.name]) for field in fields(row)})  # type: ignore[arg-type]
