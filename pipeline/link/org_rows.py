"""Rows of organisations: the shortest full name, the acronym and the id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.link.naming import Named, alphabetical, row
from pipeline.link.org_name import OrgName
from pipeline.link.organizations import Organization
from pipeline.link.spelling import slug


def organization_rows(bodies: Sequence[Organization]) -> list[Named]:
    """Rows of organisations, in the order given; their ids may clash.

    A known international body has the id of the list; one that other countries have by the same
    name ("Ministry of Justice") has its country in the id, where that is known.
    """
    rows = []
    for body in bodies:
        name = _plain(max(body.names, key=_rank(body.uses.pages())))
        best = max(body.names, key=_rank(Counter()))  # the id must not hang on how many pages use a form
        known = next((n.body for n in body.names if n.body), None)
        base = known or slug(_plain(best))
        if best.seat and slug(best.seat) not in base:
            base += f"-{slug(best.seat)}"
        if body.home:
            base = slug(" ".join((base, *body.home)))
        elif body.country and known is None and best.local and not best.own and not best.places:
            base += f"-{body.country.lower()}"
        entity = replace(row("organization", base, name, body.uses), acronym=body.acronym)
        rows.append(Named(entity, body.uses.first, (body.country or "").lower()))
    return rows


def _plain(name: OrgName) -> str:
    return name.text.removeprefix("the ").removeprefix("The ")


def _rank(pages: Counter[str]) -> Callable[[OrgName], tuple[object, ...]]:
    """The shortest name that says what the body is: no acronym, part, slip or headline capitals."""

    def rank(name: OrgName) -> tuple[object, ...]:
        full = name.acronym is None and not name.unit
        calm = not any(w.isupper() and len(w) > 4 for w in name.text.split())
        telling = (full, not name.misspelt, not name.lone, name.headed, calm)
        return (*telling, -len(name.bag), pages[name.text], -len(name.text), alphabetical(name.text))

    return rank
