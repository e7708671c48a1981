"""Which countries a page and its items speak of: what decides between namesakes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from pipeline.gazetteer import Bearer, City, NamedPlaces, countries, country_phrases, place_key, us_states

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CLEAR_SHARE = 0.6
_CLEAR_VOTES = 2
_NAMESAKE, _OTHER_NAME = 50, 4
_LONGEST, _SHORTEST = 4, 4
_VOTING = 25_000
_OWN_WEIGHT = 4
"""How much more a vote of the item itself counts than one of the rest of its page."""


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

    def about(self, page_id: str) -> tuple[str, ...]:
        """Where a name that says little is at home, by its page alone: in the country that most of the page
        is about, or on the page where it is about none or several.
        """
        return (self.main or page_id,)

    @property
    def codes(self) -> frozenset[str]:
        """All countries that the page speaks of."""
        return frozenset(code for code, _ in self.votes)

    def seen_from(self, own: Counter[str]) -> PageCountries:
        """The same for one item of the page, whose own votes weigh more."""
        if not own:
            return self
        counts = Counter(dict(self.votes))
        counts.update({code: _OWN_WEIGHT * count for code, count in own.items()})
        return ranked(counts)


@dataclass(frozen=True, slots=True)
class CountriesOfPage:
    """The countries of a page, and of each item, in which its own votes weigh more."""

    page: PageCountries
    items: Mapping[str, PageCountries]

    def of_item(self, item_id: str) -> PageCountries:
        """The countries of an item, those of the page where the item names none."""
        return self.items.get(item_id, self.page)


NOWHERE = PageCountries(())


def countries_of_page(items: Mapping[str, Counter[str]]) -> CountriesOfPage:
    """The countries of a page from the votes of each of its items."""
    page = ranked(sum(items.values(), Counter()))
    return CountriesOfPage(page, {item_id: page.seen_from(own) for item_id, own in items.items() if own})


def ranked(counts: Counter[str]) -> PageCountries:
    """The votes counted, most first."""
    return PageCountries(tuple(sorted(counts.items(), key=lambda c: (-c[1], c[0]))))


def countries_in(text: str) -> list[str]:
    """The codes of the countries that a text names or has an adjective or demonym of, in order.

    >>> countries_in("Two Colombians met the South Korean envoy in Georgia, not in Guinea-Bissau.")
    ['CO', 'KR', 'GW']
    """
    found = []
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        size, code = _country_at(words, at) if words[at][0][0].isupper() else (1, None)
        if code:
            found.append(code)
        at += size
    return found


def _country_at(words: Sequence[re.Match[str]], at: int) -> tuple[int, str | None]:
    """How many words from one on name a country, the most first, and which."""
    first = place_key(words[at][0])
    if first.split(" ")[0] not in _first_words():
        return 1, None
    for size in range(_LONGEST, 0, -1):
        parts = words[at : at + size]
        key = " ".join((first, *(place_key(match[0]) for match in parts[1:])))
        if len(parts) < size or len(key) < _SHORTEST or key in us_states():
            continue
        if all(_touch(a, b) for a, b in pairwise(parts)) and (code := _country(key)):
            return size, code
    return 1, None


def _country(key: str) -> str | None:
    """The country of a name, an adjective or a demonym, perhaps in the plural or the genitive."""
    known = country_phrases()
    return known.get(key) or (known.get(key[:-1]) if key.endswith("s") else None)


@cache
def _first_words() -> frozenset[str]:
    firsts = {key.split(" ")[0] for key in country_phrases()}
    return frozenset(firsts | {first + "s" for first in firsts})


def _touch(first: re.Match[str], second: re.Match[str]) -> bool:
    return second.start() - first.end() == 1


def votes_of_places(named: Iterable[str], places: NamedPlaces) -> Iterator[str]:
    """The countries of the place names in a text.

    A town or first-level division counts where no other country has one of the name that may be meant,
    lest a namesake decide on itself; villages do not, of which the lists have but some; "Georgia" votes
    for neither the country nor the state.
    """
    for key in map(place_key, named):
        if key in us_states():
            continue
        if country := countries().get(key):
            yield country.code
        elif code := _unrivalled(places.get(key, ())):
            yield code


def _unrivalled(bearers: tuple[Bearer, ...]) -> str | None:
    large = [b for b in bearers if isinstance(b.place, City) or b.place.level == 1]
    if not large or large[0].place.population < _VOTING:
        return None
    first = large[0].place
    for rival in large[1:]:
        part = _NAMESAKE if rival.primary else _OTHER_NAME
        if rival.place.country != first.country and rival.place.population * part > first.population:
            return None
    return first.country
