"""People: on each page every form to the fullest name, then pages together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby

from pipeline.link.bare_names import resolve_bare, title_of
from pipeline.link.given_names import given_name
from pipeline.link.grouping import group
from pipeline.link.person_blocks import block_pairs
from pipeline.link.person_match import compare
from pipeline.link.person_name import PersonName, parse_name
from pipeline.link.person_profiles import Cast, Profile, cast_of_pages, judge_profiles, profile_pairs
from pipeline.link.spots import Spot, bracketed
from pipeline.link.verdict import SAME_IN_CORPUS, SAME_ON_PAGE, Verdict

_ALL_PAIRS = 40


@dataclass(frozen=True, slots=True)
class Person:
    """A person and everything that names them; `page_id` for one known by a given name on one page."""

    spots: tuple[Spot, ...]
    names: tuple[PersonName, ...]
    page_id: str | None


def link_people(
    spots: Sequence[Spot], countries: Cast
) -> tuple[list[Person], list[tuple[int, int, Verdict]]]:
    """People over all pages, and pairs of them (by index) kept apart in doubt.

    `countries` are those of each page. A bare surname reaches beyond its page only to pages of the
    same countries or with the same people.
    """
    local: dict[tuple[str, ...], list[Spot]] = defaultdict(list)
    profiles: dict[tuple[str, ...], Profile] = {}
    cast: dict[str, frozenset[str]] = {}
    for page_id, found in groupby(spots, key=lambda s: s.page_id):
        own = tuple(_people_of_page(tuple(found)))
        cast.update(cast_of_pages({page_id: [n for names, _ in own for n in names]}, countries))
        for names, here in own:
            alone = all(n.bare and given_name(n.text).classes for n in names)
            profile = Profile(names, page_id if alone else None, frozenset({page_id}))
            if all(n.bare for n in names):
                around = tuple(sorted(countries.get(page_id, ()))) or (page_id,)
                profile = replace(profile, sex=title_of(here), around=around)
            old = profiles.get(profile.key, profile)
            profiles[profile.key] = replace(profile, pages=old.pages | profile.pages)
            local[profile.key] += here
    nodes = [profiles[key] for key in sorted(profiles)]
    groups, doubts = group(
        len(nodes),
        profile_pairs(nodes),
        lambda i, j: judge_profiles(nodes[i], nodes[j], cast),
        SAME_IN_CORPUS,
        detail=lambda i: nodes[i].fullest.detail,
    )
    number = {root: n for n, root in enumerate(sorted({groups.find(i) for i in range(len(nodes))}))}
    people = [_person([nodes[i] for i in groups.members(root)], local) for root in number]
    return people, [(number[groups.find(i)], number[groups.find(j)], v) for i, j, v in doubts]


def _person(members: Sequence[Profile], local: Mapping[tuple[str, ...], list[Spot]]) -> Person:
    spots = sorted((s for p in members for s in local[p.key]), key=lambda s: s.rank)
    names = {n.text: n for p in members for n in p.names}
    return Person(tuple(spots), tuple(names[t] for t in sorted(names)), members[0].page_id)


def _people_of_page(spots: tuple[Spot, ...]) -> Iterator[tuple[tuple[PersonName, ...], list[Spot]]]:
    """The people of one page: the names used for each, sorted, and their spots."""
    parsed = {s.name: parse_name(s.name) for s in spots}
    full = sorted(text for text, name in parsed.items() if not name.bare)
    place = {text: i for i, text in enumerate(full)}
    couples = [(place.get(a.name), place.get(b.name)) for a, b in bracketed(spots)]
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
