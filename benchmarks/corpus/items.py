"""One piece of news: a headline, a day, and a body that tells some events among other sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.corpus.cast import body, culture, person
from benchmarks.corpus.words import any_of, pick, table, zipf

PEOPLE, BODIES = 20_000, 2_000
FIRST_DAY, DAYS = date(2009, 1, 1), 3_000
POLICE = ("Police", "Riot police", "Officers", "Security forces", "Two policemen")
EVENTS = (1, 1, 2, 2, 3)
FILLERS = (1, 2, 2, 3, 4)
_SLOT = re.compile(r"\{(\w+)(\^?)\}")


@dataclass(frozen=True, slots=True)
class News:
    """An item before it is set out on a page."""

    day: date
    headline: str
    town: str
    paragraphs: tuple[str, ...]


def news(random: Random, day: date | None = None) -> News:
    """An item of the given day, or of any; its people come up on other pages too."""
    day = day or FIRST_DAY + timedelta(days=int(random.random() * DAYS))
    teller = _Teller(random, day)
    headline = teller.tell(any_of(random, table()["sentences"]["headlines"]))
    teller.seen.clear()
    kinds = tuple(table()["sentences"]["events"].values())
    told = [
        teller.tell(any_of(random, any_of(random, kinds))) for _ in range(EVENTS[int(random.random() * 5)])
    ]
    rest = [
        teller.tell(any_of(random, table()["sentences"]["fillers"]))
        for _ in range(FILLERS[int(random.random() * 5)])
    ]
    half = len(rest) // 2
    return News(
        day,
        headline,
        teller.town,
        tuple(" ".join(part) for part in ([*told, *rest[:half]], rest[half:]) if part),
    )


class _Teller:
    """Fills the slots of an item's sentences, with the same few people all along."""

    def __init__(self, random: Random, day: date) -> None:
        self.random, self.day = random, day
        number = zipf(random, PEOPLE)
        home = culture(number)
        self.cast = {"a": person(number), "b": person(zipf(random, PEOPLE))}
        self.org, self.short = body(zipf(random, BODIES))
        self.country, self.town = home["country"], any_of(random, home["towns"])
        self.seen: set[str] = set()

    def tell(self, template: str) -> str:
        """A sentence with its slots filled, the first letter a capital."""
        text = _SLOT.sub(self._fill, template)
        return text[:1].upper() + text[1:]

    def _fill(self, slot: re.Match[str]) -> str:
        name, capital = slot.groups()
        text = self._word(name)
        return text[0].upper() + text[1:] if capital else text

    def _word(self, name: str) -> str:
        if name in self.cast:
            return self._once(name, self.cast[name].full, lambda: any_of(self.random, self.cast[name].forms))
        if name == "org":
            return self._once(name, f"the {self.org}", lambda: self.short)
        if name == "on":
            return written(self.random, self.day)
        if name == "police":
            return any_of(self.random, POLICE)
        if name == "court":
            return f"{self.town} District Court"
        if name in ("town", "country"):
            return str(getattr(self, name))
        if name == "n":
            return str(2 + zipf(self.random, 200))
        return pick(self.random, "words", {"quality": "qualities"}.get(name, name.removesuffix("s") + "s"))

    def _once(self, name: str, full: str, later: Callable[[], str]) -> str:
        """The full name first, then what a newspaper would write."""
        if name in self.seen:
            return later()
        self.seen.add(name)
        return full


def written(random: Random, published: date) -> str:
    """A day shortly before the day of publication, as a sentence may have it."""
    day = published - timedelta(days=int(random.random() * 6))
    long, month = f"{day.day} {day:%B}", f"{day:%B}"
    exact = (f"on {long} {day.year}", f"on {month} {day.day}, {day.year}", f"on {long}", f"on {day:%A}")
    return any_of(random, (*exact, "yesterday", "last week", "two days earlier", f"in {month} {day.year}"))
