"""Where a body of a common name is: in the town told after it, else in the country of its item."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.gazetteer import place_key
from pipeline.link.org_name import OrgName
from pipeline.link.org_words import IsPlace, stem
from pipeline.link.page_countries import CountriesOfPage
from pipeline.link.page_mentions import Spot
from pipeline.resources import words

_AFTER = re.compile(
    r" (?:in|of|at) (?:the )?(?:(?:city|town) of )?(?P<where>[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){0,2})"
)


def placed(name: OrgName, spot: Spot, countries: CountriesOfPage, is_place: IsPlace) -> OrgName:
    """The name with what its place tells: another "Revolutionary Court in Shiraz" than the one in Tehran.

    On a page of several countries a "Ministry of Justice" is that of the country of its item.
    """
    if not name.local:
        return name
    if not name.places and _is_of_a_town(name) and (seat := _town_after(spot.after, is_place)):
        stems = {stem(word, is_place)[0] for word in seat.split()}
        return replace(
            name, bag=tuple(sorted({*name.bag, *stems})), places=name.places | stems, seat=place_key(seat)
        )
    if name.state and countries.page.main is None and name.country is None:
        return replace(name, told=countries.of_item(spot.item_id).main)
    return name


def _is_of_a_town(name: OrgName) -> bool:
    bag = set(name.bag)
    return bool(bag & words("link/organizations", "of_a_town")) and not bag & words(
        "link/organizations", "of_a_country"
    )


def _town_after(after: str, is_place: IsPlace) -> str | None:
    """The town that follows, as written, the longest name that is one."""
    match = _AFTER.match(after)
    if match is None or not match["where"][0].isupper():
        return None
    parts = match["where"].split()
    found = (" ".join(parts[:size]) for size in range(len(parts), 0, -1))
    return next((town for town in found if is_place(place_key(town))), None)
