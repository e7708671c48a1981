"""Organisations: on each page every form to its body, then pages together."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.link.comparison import SAME_IN_CORPUS, Verdict
from pipeline.link.grouping import group
from pipeline.link.org_name import OrgName, parse_org
from pipeline.link.org_page import bodies_of_page
from pipeline.link.org_profiles import Key, OrgProfile, body_pairs, judge_bodies
from pipeline.link.org_seat import placed
from pipeline.link.org_words import IsPlace
from pipeline.link.page_countries import CountriesOfPage
from pipeline.link.page_mentions import Spot
from pipeline.link.uses import Locals, Uses


@dataclass(frozen=True, slots=True)
class Organization:
    """A body and who uses its names.

    `country` is set where another country may have a body of the name, `page_id` where only a
    common word of one page names it.
    """

    uses: Uses
    names: tuple[OrgName, ...]
    country: str | None
    acronym: str | None
    page_id: str | None


class OrganizationsOfPages:
    """The bodies of a corpus, gathered page by page."""

    def __init__(self, is_place: IsPlace) -> None:
        self._is_place = is_place
        self._parsed: dict[str, OrgName] = {}
        self._locals: Locals[Key] = Locals()
        self._profiles: dict[Key, OrgProfile] = {}

    def add(self, page: int, spots: Sequence[Spot], countries: CountriesOfPage) -> None:
        """Take in the names of bodies on a page, and the countries that it and its items speak of."""
        read = [placed(self._parse(spot.name), spot, countries, self._is_place) for spot in spots]
        for body in bodies_of_page(spots, read):
            country = _country(body.names, countries.page.main)
            known = country and all(n.one_a_country for n in body.names)
            lone = spots[0].page_id if all(n.lone for n in body.names) and not known else None
            profile = OrgProfile(body.names, country, body.acronym, countries.page.codes, lone)
            old = self._profiles.get(profile.key, profile)
            self._profiles[profile.key] = replace(profile, around=profile.around | old.around)
            self._locals.add(page, profile.key, body.spots)

    def _parse(self, text: str) -> OrgName:
        if text not in self._parsed:
            self._parsed[text] = parse_org(text, self._is_place)
        return self._parsed[text]

    def link(self) -> tuple[list[Organization], list[tuple[int, int, Verdict]], array[int]]:
        """Bodies over all pages, pairs of them (by index) kept apart in doubt, and whose each spot is."""
        keys = sorted(self._profiles)
        nodes = [self._profiles[key] for key in keys]
        groups, doubts = group(
            len(nodes),
            body_pairs(nodes),
            lambda i, j: judge_bodies(nodes[i], nodes[j]),
            SAME_IN_CORPUS,
            detail=lambda i: nodes[i].detail,
        )
        parts, part_of = groups.parts()
        bodies = [self._body([nodes[i] for i in part]) for part in parts]
        owners = self._locals.owners([[keys[i] for i in part] for part in parts])
        return bodies, [(part_of[i], part_of[j], verdict) for i, j, verdict in doubts], owners

    def _body(self, members: Sequence[OrgProfile]) -> Organization:
        names = {n.order: n for p in members for n in p.names}
        country = next((p.country for p in members if p.country), None)
        defined = sorted({p.acronym for p in members if p.acronym})
        used = sorted(
            {n.acronym for n in names.values() if n.acronym and any(c.isupper() for c in n.acronym[1:])}
        )
        acronym = next(iter((*defined, *used)), None)
        uses = self._locals.uses_of(p.key for p in members)
        return Organization(
            uses, tuple(names[key] for key in sorted(names)), country, acronym, members[0].page_id
        )


def _country(names: Sequence[OrgName], main: str | None) -> str | None:
    """The country that the name gives, else that of the page for a body that others have too."""
    told = next((n.country for n in names if n.country), None)
    return told or (main if any(n.local for n in names) else None)
