"""Organisations: on each page every form to its body, then pages together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce

from pipeline.gazetteer import large_towns, place_key
from pipeline.link.comparison import SAME_IN_CORPUS
from pipeline.link.grouping import Doubt, group
from pipeline.link.org_name import OrgName, parse_org
from pipeline.link.org_page import Body, bodies_of_page
from pipeline.link.org_profiles import OrgProfile, body_blocks, body_pairs, judge_bodies
from pipeline.link.org_seat import body_name, told_of
from pipeline.link.org_words import IsPlace
from pipeline.link.page_countries import CountriesOfPage, PageCountries
from pipeline.link.page_mentions import Spot, key_of, named_spots
from pipeline.link.uses import Uses, together, use_of
from pipeline.schema.linking import Blocks, BodyName, LocalBody, NamedSpot

Towns = frozenset[str]
"""Keys of the towns that a page names; large ones are known anyway.

Another page that speaks of a small town must not change how this one's bodies are read.
"""


@dataclass(frozen=True, slots=True)
class Organization:
    """A body, the keys of its locals and who uses its names.

    `country` is set where another country may have a body of the name, `home` where its name tells little:
    where it is at home, or the page whose common word names it.
    """

    keys: tuple[str, ...]
    uses: Uses
    names: tuple[OrgName, ...]
    country: str | None
    acronym: str | None
    home: tuple[str, ...]


def bodies_on_page(
    spots: Sequence[Spot], countries: CountriesOfPage, towns: Towns
) -> tuple[list[LocalBody], list[NamedSpot]]:
    """The bodies at the spots of a page, and whose each mention is."""
    towns = _asked(towns, spots)
    is_place = _is_one_of(towns)
    told = [
        body_name(
            _read(s.name, towns), s.after, (countries.page.main, countries.of_item(s.item_id).main), is_place
        )
        for s in spots
    ]
    read = [told_of(_read(body.text, towns), body, is_place) for body in told]
    as_told = {name: body for body, name in sorted(zip(told, read, strict=True), key=_as_written)}
    found, named = [], []
    for body in bodies_of_page(spots, read):
        profile = _profile(body, countries.page, spots[0].page_id)
        key = key_of("organization", profile.key)
        names = tuple(as_told[name] for name in body.names)
        found.append(
            LocalBody(
                key, use_of(body.spots), names, tuple(sorted(towns)), profile.country, body.acronym,
                tuple(sorted(profile.around)), profile.home, profile.page_id is not None,
            )
        )  # fmt: skip
        named += named_spots(body.spots, key)
    return found, named


def _asked(towns: Towns, spots: Sequence[Spot]) -> Towns:
    """The towns that stand in names of bodies or after them: the fewer, the more pages read a name alike."""
    if not towns:
        return towns
    around = "\n".join(place_key(f"{spot.name} {spot.after}") for spot in spots)
    return frozenset(town for town in towns if town in around)


def _as_written(pair: tuple[BodyName, OrgName]) -> str:
    return pair[0].seat


@cache
def _read(text: str, towns: Towns) -> OrgName:
    return parse_org(text, _is_one_of(towns))


def _is_one_of(towns: Towns) -> IsPlace:
    return lambda word: word in towns or word in large_towns()


def _profile(body: Body, countries: PageCountries, page_id: str) -> OrgProfile:
    country = _country(body.names, countries.main)
    known = country and all(n.one_a_country for n in body.names)
    lone = page_id if all(n.lone for n in body.names) and not known else None
    return OrgProfile(body.names, country, body.acronym, countries.codes, countries.about(page_id), lone)


def _country(names: Sequence[OrgName], main: str | None) -> str | None:
    """The country that the name gives, else that of the page for a body that others have too."""
    told = next((n.country for n in names if n.country), None)
    return told or (main if any(n.local for n in names) else None)


def blocks_of_body(row: LocalBody) -> Blocks:
    """The blocks in which a local is compared."""
    return body_blocks(row.key, _node((row,)))


def join_bodies(
    rows: Sequence[LocalBody], blocks: Mapping[str, Blocks]
) -> tuple[list[Organization], list[Doubt]]:
    """Bodies over all pages, and pairs of them (by index) kept apart in doubt.

    `blocks` are those of the keys of the rows.
    """
    locals_of: dict[str, list[LocalBody]] = defaultdict(list)
    for row in rows:
        locals_of[row.key].append(row)
    keys = sorted(locals_of)
    nodes = [_node(locals_of[key]) for key in keys]
    groups, doubts = group(
        len(nodes),
        body_pairs([blocks[key] for key in keys]),
        lambda i, j: judge_bodies(nodes[i], nodes[j]),
        SAME_IN_CORPUS,
        detail=lambda i: nodes[i].detail,
    )
    parts, part_of = groups.parts()
    bodies = [
        _body(
            tuple(keys[i] for i in part),
            [nodes[i] for i in part],
            together(row.use for i in part for row in locals_of[keys[i]]),
        )
        for part in parts
    ]
    return bodies, [(part_of[i], part_of[j], verdict) for i, j, verdict in doubts]


def _node(rows: Sequence[LocalBody]) -> OrgProfile:
    """The profile of equal locals."""
    row = rows[0]
    towns = frozenset(row.towns)
    names = tuple(told_of(_read(body.text, towns), body, _is_one_of(towns)) for body in row.names)
    around = reduce(frozenset.union, (frozenset(one.codes) for one in rows))
    return OrgProfile(
        names, row.country, row.acronym, around, row.home, row.use.page_id if row.alone else None
    )


def _body(keys: tuple[str, ...], members: Sequence[OrgProfile], uses: Uses) -> Organization:
    names = {n.order: n for p in members for n in p.names}
    country = next((p.country for p in members if p.country), None)
    defined = sorted({p.acronym for p in members if p.acronym})
    used = sorted(
        {n.acronym for n in names.values() if n.acronym and any(c.isupper() for c in n.acronym[1:])}
    )
    acronym = next(iter((*defined, *used)), None)
    first = members[0]
    home = (first.page_id,) if first.page_id else first.home if all(p.vague for p in members) else ()
    return Organization(keys, uses, tuple(names[key] for key in sorted(names)), country, acronym, home)
