"""Organisations: on each page every form to its body, then pages together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline.link.grouping import group
from pipeline.link.org_name import OrgName, parse_org
from pipeline.link.org_page import bodies_of_page
from pipeline.link.org_profiles import OrgProfile, body_pairs, judge_bodies
from pipeline.link.org_words import IsPlace
from pipeline.link.page_countries import NOWHERE, PageCountries
from pipeline.link.spots import Spot
from pipeline.link.verdict import SAME_IN_CORPUS, Verdict


@dataclass(frozen=True, slots=True)
class Organization:
    """A body and everything that names it.

    `country` is set where another country may have a body of the name, `page_id` where only a
    common word of one page names it.
    """

    spots: tuple[Spot, ...]
    names: tuple[OrgName, ...]
    country: str | None
    acronym: str | None
    page_id: str | None


def link_organizations(
    spots: Sequence[Spot], pages: Mapping[str, PageCountries], is_place: IsPlace
) -> tuple[list[Organization], list[tuple[int, int, Verdict]]]:
    """Organisations over all pages, and pairs of them (by index) kept apart in doubt."""
    parsed = {text: parse_org(text, is_place) for text in sorted({s.name for s in spots})}
    local: dict[tuple[str, ...], list[Spot]] = defaultdict(list)
    profiles: dict[tuple[str, ...], OrgProfile] = {}
    for page_id, found in groupby(spots, key=lambda s: s.page_id):
        page = pages.get(page_id, NOWHERE)
        for body in bodies_of_page(tuple(found), parsed):
            lone = page_id if all(n.lone for n in body.names) else None
            profile = OrgProfile(body.names, _country(body.names, page.main), body.acronym, page.codes, lone)
            old = profiles.get(profile.key, profile)
            profiles[profile.key] = replace(profile, around=profile.around | old.around)
            local[profile.key] += body.spots
    nodes = [profiles[key] for key in sorted(profiles)]
    groups, doubts = group(
        len(nodes),
        body_pairs(nodes),
        lambda i, j: judge_bodies(nodes[i], nodes[j]),
        SAME_IN_CORPUS,
        detail=lambda i: nodes[i].detail,
    )
    number = {root: n for n, root in enumerate(sorted({groups.find(i) for i in range(len(nodes))}))}
    bodies = [_body([nodes[i] for i in groups.members(root)], local) for root in number]
    return bodies, [(number[groups.find(i)], number[groups.find(j)], v) for i, j, v in doubts]


def _body(members: Sequence[OrgProfile], local: Mapping[tuple[str, ...], list[Spot]]) -> Organization:
    names = {n.text: n for p in members for n in p.names}
    country = next((p.country for p in members if p.country), None)
    defined = sorted({p.acronym for p in members if p.acronym})
    used = sorted(
        {n.acronym for n in names.values() if n.acronym and any(c.isupper() for c in n.acronym[1:])}
    )
    spots = sorted((s for p in members for s in local[p.key]), key=lambda s: s.rank)
    acronym = next(iter((*defined, *used)), None)
    return Organization(
        tuple(spots), tuple(names[t] for t in sorted(names)), country, acronym, members[0].page_id
    )


def _country(names: Sequence[OrgName], main: str | None) -> str | None:
    """The country that the name gives, else that of the page for a body that others have too."""
    told = next((n.country for n in names if n.country), None)
    return told or (main if any(n.local for n in names) else None)
