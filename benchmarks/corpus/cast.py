"""The people and bodies that the pages speak of, by number, and the ways in which pages write them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Any

from benchmarks.corpus.words import any_of, table, words


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody made up: given name, family name, and the same name with a slip."""

    given: str
    family: str
    slip: str

    @property
    def full(self) -> str:
        """Given and family name."""
        return f"{self.given} {self.family}"

    @property
    def forms(self) -> tuple[str, ...]:
        """All the ways to write the name, in full three times of six."""
        initial, misspelt = f"{self.given[0]}. {self.family}", f"{self.given} {self.slip}"
        return self.full, self.full, self.full, self.family, initial, misspelt


def culture(number: int) -> Mapping[str, Any]:
    """Where a person or body of that number lives: country, towns, names."""
    cultures: list[Mapping[str, Any]] = table()["culture"]
    return cultures[number % len(cultures)]


@lru_cache(maxsize=100_000)
def person(number: int) -> Person:
    """The person of a number, the same whatever is asked before."""
    random, home = Random(f"person {number}"), culture(number)
    middles = "".join(any_of(random, words("names", "middles")) for _ in range(1 + (random.random() < 0.6)))
    family = (
        f"{any_of(random, words('names', 'starts'))}{middles}{any_of(random, home['endings'])}".capitalize()
    )
    at = 2 + int(random.random() * (len(family) - 4))
    slip = family[:at] + family[at + 1] + family[at] + family[at + 2 :]
    return Person(any_of(random, home["given"]), family, slip)


@lru_cache(maxsize=100_000)
def body(number: int) -> tuple[str, str]:
    """A body's full name and the short form of a later sentence."""
    random, home = Random(f"body {number}"), culture(number)
    names = table()["names"]
    head, cause = any_of(random, names["heads"]), any_of(random, names["causes"])
    named = "".join(any_of(random, words("names", "middles")) for _ in range(2)).capitalize()
    full = any_of(
        random,
        (
            f"{named} {head} for {cause}",
            f"{head} for {cause} of {home['country']}",
            f"{named} {cause} {head}",
        ),
    )
    return full, f"the {head}"
