"""Which countries a page speaks of: what decides between namesakes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.link.gazetteer import Bearer, countries, country_words, place_key, us_states
from pipeline.schema.flow import CleanItem

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


def page_countries(
    items: Iterable[CleanItem], named: Iterable[tuple[str, str]], cities: Mapping[str, tuple[Bearer, ...]]
) -> dict[str, PageCountries]:
    """Countries of each page, from their names and adjectives in the text, and from its cities.

    `named` are (page id, place name) of each place mention. A city counts where it has no rival of
    a like size in another country; "Georgia" votes for neither the country nor the state.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    adjectives = country_words()
    for item in items:
        for word in _WORD.findall(item.text):
            lower = word.lower()
            if word[0].isupper() and lower not in us_states() and (code := adjectives.get(lower)):
                votes[item.page_id][code] += 1
    for page_id, name in named:
        key = place_key(name)
        if key in us_states():
            continue
        if country := countries().get(key):
            votes[page_id][country.code] += 1
        elif code := _unrivalled(cities.get(key, ())):
            votes[page_id][code] += 1
    return {
        page: PageCountries(tuple(sorted(v.items(), key=lambda c: (-c[1], c[0]))))
        for page, v in sorted(votes.items())
    }


def _unrivalled(bearers: tuple[Bearer, ...]) -> str | None:
    if not bearers:
        return None
    first = bearers[0].city
    rivals = [b.city for b in bearers if b.city.country != first.country]
    if rivals and rivals[0].population * _RIVAL > first.population:
        return None
    return first.country
