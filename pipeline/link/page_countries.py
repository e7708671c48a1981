"""Which countries a page speaks of: what decides between namesakes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.gazetteer import Bearer, countries, country_words, place_key, us_states

_WORD = re.compile(r"[^\W\d_]{4,}")
_CLEAR_SHARE = 0.6
_CLEAR_VOTES = 2
_RIVAL = 4


@dataclass(frozen=True, slots=True)
class PageCountries:
    """Votes for the countries of a page, most first."""

    votes: tuple[tuple[str, int], ...]

    @property
    def main(self) -> str | None:
        """The country that most of the page is about, None where that is not clear."""
        total = sum(count for _, count in self.votes)
        if total < _CLEAR_VOTES or self.votes[0][1] < _CLEAR_SHARE * total:
            return None
        return self.votes[0][0]

    def share(self, code: str) -> float:
        """The part of the page's votes that a country has."""
        total = sum(count for _, count in self.votes)
        return dict(self.votes).get(code, 0) / total if total else 0.0

    @property
    def codes(self) -> frozenset[str]:
        """All countries that the page speaks of."""
        return frozenset(code for code, _ in self.votes)


NOWHERE = PageCountries(())


def countries_in(text: str) -> list[str]:
    """The codes of the countries that a text names or has an adjective of, each as often as it does."""
    adjectives, found = country_words(), []
    for word in _WORD.findall(text):
        lower = word.lower()
        if word[0].isupper() and lower not in us_states() and (code := adjectives.get(lower)):
            found.append(code)
    return found


def page_countries(
    votes: Iterable[str], named: Iterable[str], cities: Mapping[str, tuple[Bearer, ...]]
) -> PageCountries:
    """Countries of a page, from the votes of its texts (`countries_in`) and from its cities.

    `named` are the place names of the page's mentions. A city counts where it has no rival of a like
    size in another country; "Georgia" votes for neither the country nor the state.
    """
    counts = Counter(votes)
    for key in map(place_key, named):
        if key in us_states():
            continue
        if country := countries().get(key):
            counts[country.code] += 1
        elif code := _unrivalled(cities.get(key, ())):
            counts[code] += 1
    return PageCountries(tuple(sorted(counts.items(), key=lambda c: (-c[1], c[0]))))


def _unrivalled(bearers: tuple[Bearer, ...]) -> str | None:
    if not bearers:
        return None
    first = bearers[0].place
    rivals = [b.place for b in bearers if b.place.country != first.country]
    if rivals and rivals[0].population * _RIVAL > first.population:
        return None
    return first.country
