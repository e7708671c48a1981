"""People: on each page every form to the fullest name, then pages together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from pipeline.link.bare_names import TORN, resolve_bare, title_of
from pipeline.link.comparison import SAME_IN_CORPUS, SAME_ON_PAGE
from pipeline.link.given_names import given_name
from pipeline.link.grouping import Doubt, group
from pipeline.link.page_countries import PageCountries
from pipeline.link.page_mentions import Spot, aliased, bracketed, key_of, named_spots
from pipeline.link.person_blocks import block_pairs
from pipeline.link.person_match import compare
from pipeline.link.person_name import PersonName, parse_name
from pipeline.link.person_profiles import (
    Cast,
    Profile,
    cast_of_page,
    judge_profiles,
    person_blocks,
    profile_pairs,
)
from pipeline.link.uses import Uses, together, use_of
from pipeline.resources import words
from pipeline.romanization import ascii_lower
from pipeline.schema.linking import Blocks, LocalPerson, NamedSpot

_ALL_PAIRS = 40


@dataclass(frozen=True, slots=True)
class Person:
    """A person, the keys of the locals, and who uses the names; `home` tells one known by a bare name from
    others of the name."""

    keys: tuple[str, ...]
    uses: Uses
    names: tuple[PersonName, ...]
    home: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeopleOfPage:
    """The people that a page names, whose each mention is, and the cast (`person_profiles`)."""

    people: list[LocalPerson]
    spots: list[NamedSpot]
    cast: frozenset[str]


def people_on_page(spots: Sequence[Spot], countries: PageCountries) -> PeopleOfPage:
    """The people at the spots of a page that speaks of some countries."""
    found, named = [], []
    own = tuple(_people_of_page(tuple(spots)))
    for names, here, torn in own:
        profile = _profile(names, here, torn, countries)
        key = key_of("person", profile.key)
        texts = tuple(name.text for name in names)
        alone = profile.page_id is not None
        found.append(LocalPerson(key, use_of(here), texts, alone, torn, profile.sex, profile.around))
        named += named_spots(here, key)
    return PeopleOfPage(found, named, cast_of_page((n for names, *_ in own for n in names), countries.codes))


def blocks_of_person(row: LocalPerson) -> Blocks:
    """The blocks in which a local is compared."""
    return person_blocks(row.key, _node((row,)))


def join_people(
    rows: Sequence[LocalPerson], blocks: Mapping[str, Blocks], cast: Cast
) -> tuple[list[Person], list[Doubt]]:
    """People over all pages, and pairs of them (by index) kept apart in doubt.

    `blocks` are those of the keys of the rows, `cast` at least that of their pages.

    A bare surname reaches beyond its page only to pages of the same countries or with the same people, and
    is nobody's where two may be meant. What it is called follows from its own page: another page may give
    it to somebody, or take it back, but gives it no other id.
    """
    locals_of: dict[str, list[LocalPerson]] = defaultdict(list)
    for row in rows:
        locals_of[row.key].append(row)
    keys = sorted(locals_of)
    nodes = [_node(locals_of[key]) for key in keys]
    groups, doubts = group(
        len(nodes),
        profile_pairs(nodes, [blocks[key] for key in keys]),
        lambda i, j: judge_profiles(nodes[i], nodes[j], cast),
        SAME_IN_CORPUS,
        detail=lambda i: nodes[i].fullest.detail,
    )
    parts, part_of = groups.parts()
    people = []
    for part in parts:
        names = {n.text: n for i in part for n in nodes[i].names}
        uses = together(row.use for i in part for row in locals_of[keys[i]])
        told = tuple(names[text] for text in sorted(names))
        people.append(Person(tuple(keys[i] for i in part), uses, told, nodes[part[0]].home))
    return people, [(part_of[i], part_of[j], verdict) for i, j, verdict in doubts]


def _node(rows: Sequence[LocalPerson]) -> Profile:
    """The profile of equal locals."""
    row = rows[0]
    names = tuple(map(parse_name, row.names))
    pages = frozenset(one.use.page_id for one in rows)
    return Profile(names, row.use.page_id if row.alone else None, pages, row.torn, row.sex, row.around)


def _profile(
    names: tuple[PersonName, ...], spots: Sequence[Spot], torn: bool, countries: PageCountries
) -> Profile:
    page_id = spots[0].page_id
    alone = torn or all(n.bare and _is_no_surname(n) for n in names)
    profile = Profile(names, page_id if alone else None, frozenset(), torn)
    if all(n.bare for n in names):
        return replace(profile, sex=title_of(spots), around=countries.about(page_id))
    return profile


def _is_no_surname(name: PersonName) -> bool:
    """Whether a name of one word is a given name, or Burmese, so that it says nothing on another page."""
    word = name.given[0] if name.given else name.text
    return bool(given_name(name.text).classes) or ascii_lower(word) in words("link/surnames", "burmese")


def _people_of_page(spots: tuple[Spot, ...]) -> Iterator[tuple[tuple[PersonName, ...], list[Spot], bool]]:
    """The people of one page: the names used for each, sorted, their spots, and whether several are meant."""
    parsed = {s.name: parse_name(s.name) for s in spots}
    full = sorted(text for text, name in parsed.items() if not name.bare)
    place = {text: i for i, text in enumerate(full)}
    couples = [(place.get(a.name), place.get(b.name)) for a, b in (*bracketed(spots), *aliased(spots))]
    groups, _ = group(
        len(full),
        combinations(range(len(full)), 2)
        if len(full) <= _ALL_PAIRS
        else block_pairs([parsed[t] for t in full]),
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
        yield names, people[who], who.startswith(TORN)
