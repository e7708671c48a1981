"""Where a body of a common name is: in the town told after it, else in the country of its item."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.gazetteer import place_key
from pipeline.link.org_name import OrgName
from pipeline.link.org_words import IsPlace, stem
from pipeline.resources import words
from pipeline.schema.linking import BodyName

Countries = tuple[str | None, str | None]

_AFTER = re.compile(
    r" (?:in|of|at) (?:the )?(?:(?:city|town) of )?(?P<where>[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){0,2})"
)


def body_name(name: OrgName, after: str, countries: Countries, is_place: IsPlace) -> BodyName:
    """A name with what its place tells: another "Revolutionary Court in Shiraz" than the one in Tehran.

    On a page of several countries a "Ministry of Justice" is that of the country of its item. `after` are
    the words that follow; `countries` are those that the page and the item are about.
    """
    if not name.local:
        return BodyName(name.text, "", None)
    if not name.places and _is_of_a_town(name) and (seat := _town_after(after, is_place)):
        return BodyName(name.text, seat, None)
    page, item = countries
    unclear = name.state and page is None and name.country is None
    return BodyName(name.text, "", item if unclear else None)


def told_of(name: OrgName, body: BodyName, is_place: IsPlace) -> OrgName:
    """The name with what is told of it."""
    if not body.seat:
        return replace(name, told=body.told) if body.told else name
    stems = {stem(word, is_place)[0] for word in body.seat.split()}
    bag = tuple(sorted({*name.bag, *stems}))
    return replace(name, bag=bag, places=name.places | stems, seat=place_key(body.seat))


def _is_of_a_town(name: OrgName) -> bool:
    bag = set(name.bag)
    return bool(bag & words("link/organizations", "of_a_town")) and not bag & words(
        "link/organizations", "of_a_country"
    )


def _town_after(after: str, is_place: IsPlace) -> str | None:
    """The town that follows, as written, the longest name that is one."""
    return next((town for town in _told_after(after) if is_place(place_key(town))), None)


def _told_after(after: str) -> list[str]:
    """What follows as a town would, the longest name first."""
    match = _AFTER.match(after)
    if match is None or not match["where"][0].isupper():
        return []
    parts = match["where"].split()
    return [" ".join(parts[:size]) for size in range(len(parts), 0, -1)]
