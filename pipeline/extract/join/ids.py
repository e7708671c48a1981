"""Ids of events: readable, and made of what the event itself says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from pipeline.days import as_said
from pipeline.extract.join.facts import Facts
from pipeline.extract.join.groups import Group
from pipeline.schema.dataset import Event

SUFFIX = 6  # hexadecimal digits
_UNFIT = re.compile(r"[\W_]+")
_ROLE_ORDER = ("target", "actor")


@dataclass(frozen=True, slots=True)
class IdParts:
    """Of what the id of an event can be made: the plain one, whether that says too little, two hashes."""

    plain: str
    vague: bool
    near: str
    far: str


def event_ids(events: Sequence[IdParts]) -> list[str]:
    """An id for each event: `arrest-2011-08-04-ales-bialiatski`.

    It names the type, the most precise date and the first target, else actor, else place. Where that
    says too little to be the event's own (no date and no one named, or one of many statements), and
    where two ids would be the same, a hash of the event's own words follows: no other page has a part
    in it.
    """
    often = Counter(event.plain for event in events)
    ids = [
        f"{event.plain}-{event.near}" if event.vague or often[event.plain] > 1 else event.plain
        for event in events
    ]
    often = Counter(ids)
    return [
        f"{event.plain}-{event.far}" if often[one] > 1 else one
        for one, event in zip(ids, events, strict=True)
    ]


def id_parts(event: Event, group: Group) -> IdParts:
    """Of what the id of an event can be made."""
    best = group.best
    digests = (_digest(best, far) for far in (False, True))
    return IdParts(_plain_id(event), _says_too_little(event, group), *digests)


def _plain_id(event: Event) -> str:
    parts = [event.event_type.replace("_", "-")]
    if day := as_said(event.date_start, event.date_precision):
        parts.append(day)
    named = _first_named(event) or event.place_id
    if named:
        parts.append(_slug(named))
    return "-".join(parts)


def _first_named(event: Event) -> str | None:
    for role in _ROLE_ORDER:
        people = sorted(p.person_id for p in event.people if p.role == role)
        bodies = sorted(o.organization_id for o in event.organizations if o.role == role)
        if people or bodies:
            return (people or bodies)[0]
    return None


def _slug(entity_id: str) -> str:
    return _UNFIT.sub("-", entity_id.rpartition(":")[2]).strip("-").casefold()


def _says_too_little(event: Event, group: Group) -> bool:
    if group.profile.undated == "never":
        return True
    if event.date_precision == "day":
        return _first_named(event) is None and event.place_id is None
    return _first_named(event) is None or group.profile.undated == "words"


def _digest(facts: Facts, far: bool) -> str:
    """A hash of the best telling's sentence and of the trigger in it; `far` adds where it stands."""
    best = facts.telling
    parts = [best.sentence, best.trigger, str(best.trigger_start - best.start)]
    if far:
        parts += [best.item_id, str(best.start), best.event_type]
    digest = sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return digest[: SUFFIX * 2 if far else SUFFIX]
