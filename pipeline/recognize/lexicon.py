"""What the domain knows of names, read from `pipeline/resources/recognize/*.toml`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, TypeVar

from pipeline.recognize.word_lists import OrganizationWords, OtherWords, PersonWords, PlaceWords
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
    places = table("recognize/places")
    suffixes = tuple(sorted(set(word_set(table("recognize/people")["surname_suffixes"]))))
    people = {k: word_set(v) for k, v in table("recognize/people").items() if k != "surname_suffixes"}
    people["titles"] |= word_set(" ".join(table("titles").values()))
    return Lexicon(
        organizations=_fill(
            OrganizationWords, {**table("recognize/organizations"), **_foreign(), **_known()}
        ),
        places=PlaceWords(
            after=_kinds(places["after"]),
            before=_kinds(places["before"]),
            known={name: kind for kind, names in places["known"].items() for name in names},
            numbered=word_set(places["numbered"]["heads"]),
            numbered_bodies=word_set(places["numbered"]["not_places"]),
            of=word_set(places["of"]["heads"]),
            polities=word_set(places["polity"]["heads"]),
            polity_modifiers=word_set(places["polity"]["modifiers"]),
            locative=word_set(places["prepositions"]["locative"]),
            strong_locative=word_set(places["prepositions"]["strong"]),
            buildings=word_set(places["buildings"]),
            small_nouns=word_set(places["small_nouns"]),
            governed=word_set(places["governed"]),
            dotted=word_set(places["dotted"]),
            saints=word_set(places["saints"]),
            name_particles=word_set(places["name_particles"]),
            prison_codes=word_set(places["prison_codes"]),
            small_numbered=word_set(places["small_numbered"]),
            small_numbered_modifiers=word_set(places["small_numbered_modifiers"]),
            centres=word_set(places["centres"]),
            centre_words=word_set(places["centre_words"]),
            of_nouns=word_set(places["of_nouns"]),
            small_after=word_set(places["small_after"]),
            shores=word_set(places["shores"]),
            compass=word_set(places["compass"]),
            described=word_set(places["described"]),
            station_kinds=word_set(places["station_kinds"]),
            ways=word_set(places["ways"]),
            natural=word_set(places["natural"]),
            roads=word_set(places["roads"]),
        ),
        people=PersonWords(**people, surname_suffixes=suffixes),
        others=_fill(OtherWords, table("recognize/others")),
    )


def _foreign() -> dict[str, str]:
    rows = table("recognize/foreign_bodies")
    return {
        "foreign_heads": " ".join(rows["heads"].values()),
        "foreign_tails": " ".join(rows["tails"].values()),
        "foreign_articles": rows["articles"],
        "foreign_english": rows["english"],
    }


def _known() -> dict[str, list[str]]:
    bodies = table("recognize/known_bodies").values()
    return {"known": [name for each in bodies for name in each["names"]]}


def _kinds(rows: dict[str, str]) -> dict[str, str]:
    return {word: kind for kind, names in rows.items() for word in names.split()}


def _fill(row: Callable[..., Row], values: dict[str, Any]) -> Row:
    return row(**{field.name: word_set(values[field.name]) for field in fields(row)})  # type: ignore[arg-type]
