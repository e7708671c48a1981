"""People: on each page every form to the fullest name, then pages together."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from pipeline.link.bare_names import resolve_bare, title_of
from pipeline.link.comparison import SAME_IN_CORPUS, SAME_ON_PAGE, Verdict
from pipeline.link.given_names import given_name
from pipeline.link.grouping import group
from pipeline.link.page_mentions import Spot, aliased, bracketed
from pipeline.link.person_blocks import block_pairs
from pipeline.link.person_match import compare
from pipeline.link.person_name import PersonName, parse_name
from pipeline.link.person_profiles import Key, Profile, cast_of_page, judge_profiles, profile_pairs
from pipeline.link.uses import Locals, Uses
from pipeline.resources import words
from pipeline.romanization import ascii_lower

_ALL_PAIRS = 40


@dataclass(frozen=True, slots=True)
class Person:
    """A person and who uses their names; `page_id` for one known by a given name on one page."""

    uses: Uses
    names: tuple[PersonName, ...]
    page_id: str | None


class PeopleOfPages:
    """The people of a corpus, gathered page by page.

    A bare surname reaches beyond its page only to pages of the same countries or with the same people.
    """

    def __init__(self) -> None:
        self._locals: Locals[Key] = Locals()
        self._profiles: dict[Key, Profile] = {}
        self._pages: dict[Key, set[str]] = {}
        self._cast: dict[str, frozenset[str]] = {}

    def add(self, page: int, spots: Sequence[Spot], countries: frozenset[str]) -> None:
        """Take in the names of people on a page, and the countries that it speaks of."""
        if not spots:
            return
        page_id = spots[0].page_id
        own = tuple(_people_of_page(tuple(spots)))
        self._cast[page_id] = cast_of_page((n for names, _ in own for n in names), countries)
        for names, here in own:
            profile = _profile(names, here, page_id, countries)
            self._profiles.setdefault(profile.key, profile)
            self._pages.setdefault(profile.key, set()).add(page_id)
            self._locals.add(page, profile.key, here)

    def link(self) -> tuple[list[Person], list[tuple[int, int, Verdict]], array[int]]:
        """People over all pages, pairs of them (by index) kept apart in doubt, and whose each spot is."""
        keys = sorted(self._profiles)
        nodes = [replace(self._profiles[key], pages=frozenset(self._pages[key])) for key in keys]
        groups, doubts = group(
            len(nodes),
            profile_pairs(nodes),
            lambda i, j: judge_profiles(nodes[i], nodes[j], self._cast),
            SAME_IN_CORPUS,
            detail=lambda i: nodes[i].fullest.detail,
        )
        parts, part_of = groups.parts()
        people = [self._person([nodes[i] for i in part]) for part in parts]
        owners = self._locals.owners([[keys[i] for i in part] for part in parts])
        return people, [(part_of[i], part_of[j], verdict) for i, j, verdict in doubts], owners

    def _person(self, members: Sequence[Profile]) -> Person:
        names = {n.text: n for p in members for n in p.names}
        uses = self._locals.uses_of(p.key for p in members)
        return Person(uses, tuple(names[t] for t in sorted(names)), members[0].page_id)


def _profile(
    names: tuple[PersonName, ...], spots: Sequence[Spot], page_id: str, countries: frozenset[str]
) -> Profile:
    alone = all(n.bare and _is_no_surname(n) for n in names)
    profile = Profile(names, page_id if alone else None, frozenset())
    if all(n.bare for n in names):
        return replace(profile, sex=title_of(spots), around=tuple(sorted(countries)) or (page_id,))
    return profile


def _is_no_surname(name: PersonName) -> bool:
    """Whether a name of one word is a given name, or Burmese, so that it says nothing on another page."""
    word = name.given[0] if name.given else name.text
    return bool(given_name(name.text).classes) or ascii_lower(word) in words("link/surnames", "burmese")


def _people_of_page(spots: tuple[Spot, ...]) -> Iterator[tuple[tuple[PersonName, ...], list[Spot]]]:
    """The people of one page: the names used for each, sorted, and their spots."""
    parsed = {s.name: parse_name(s.name) for s in spots}
    full = sorted(text for text, name in parsed.items() if not name.bare)
    place = {text: i for i, text in enumerate(full)}
    couples = [(place.get(a.name), place.get(b.name)) for a, b in (*bracketed(spots), *aliased(spots))]
    groups, _ = group(
        len(full),
        combinations(range(len(full)), 2)
        if len(full) <= _ALL_PAIRS
        else block_pairs([(parsed[t],) for t in full]),
        lambda i, j: compare(parsed[full[i]], parsed[full[j]]),
        SAME_ON_PAGE,
        [(a, b) for a, b in couples if a is not None and b is not None],
        lambda i: parsed[full[i]].detail,
    )
    owner = {text: f"full {groups.find(i)}" for text, i in place.items()}
    people: dict[str, list[Spot]] = defaultdict(list)
    for spot, who in zip(spots, resolve_bare(spots, parsed, owner), strict=True):
        people[who].append(spot)
    for who in sorted(people):
        texts = sorted({s.name for s in people[who]})
        names = tuple(parsed[t] for t in texts if not parsed[t].bare) or tuple(parsed[t] for t in texts)
        yield names, people[who]
