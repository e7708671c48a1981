"""The row of an event, made from all its tellings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from math import prod

from pipeline.extract.join.dates import When
from pipeline.extract.join.facts import Entities, Facts, Who, name_words
from pipeline.extract.join.groups import CROWD, Group
from pipeline.extract.join.places import closeness
from pipeline.schema.dataset import PRECISIONS, ROLES, Event, OrganizationRole, PersonRole

Plover = Mapping[str, tuple[str | None, str | None]]

ANOTHER_ITEM, SAME_ITEM = 0.3, 0.1  # part of the remaining doubt that a further telling takes away
SUREST = 0.99


def event_of(group: Group, entities: Entities, plover: Plover) -> Event:
    """The row of an event, with no id."""
    best = group.best
    event_type = _majority([f.telling.event_type for f in group.facts], best.telling.event_type)
    start, end, precision = _date(group.facts)
    place = _place(group.facts, best, entities)
    roles = _once(_roles(group.facts, best), group.facts, entities)
    people = [PersonRole(i, _name((k, i), entities), role) for (k, i), role in roles if k == "person"]
    bodies = [
        OrganizationRole(i, _name((k, i), entities), role) for (k, i), role in roles if k == "organization"
    ]
    return Event(
        "", event_type, *plover.get(event_type, (None, None)), best.telling.trigger, best.telling.sentence,
        start, end, precision, place, _name(("place", place), entities) if place else None,
        tuple(people), tuple(bodies),
        tuple(sorted({f.telling.item_id for f in group.facts})), len(group.facts), _confidence(group.facts),
    )  # fmt: skip


def _majority(votes: Sequence[str], preferred: str) -> str:
    """The most frequent vote; of equals the preferred one, then the first by alphabet."""
    counts = Counter(votes)
    return min(counts, key=lambda vote: (-counts[vote], vote != preferred, vote))


def _date(facts: Sequence[Facts]) -> tuple[date | None, date | None, str | None]:
    """The most precise date told; of equally precise ones the most told, and of these the longest range."""
    counts = Counter(f.when for f in facts if f.when.start is not None)
    if not counts:
        return None, None, None

    def preference(when: When) -> tuple[object, ...]:
        assert when.start is not None and when.end is not None
        return when.rank, -counts[when], when.start - when.end, when.start

    best = min(counts, key=preference)
    return best.start, best.end, PRECISIONS[best.rank]


def _place(facts: Sequence[Facts], best: Facts, entities: Entities) -> str | None:
    """The closest place told; of equally close ones the most told.

    Where an arrest is told of, the prison in which somebody is held since is not its place.
    """
    taken = [f for f in facts if f.kind == "take"]
    told = [f.telling.place_id for f in taken or facts if f.telling.place_id is not None]
    if not told:
        return None
    ranks = {place: closeness(place, entities) for place in told}
    near = [place for place in told if ranks[place] == min(ranks.values())]
    return _majority(near, best.telling.place_id or "")


def _roles(facts: Sequence[Facts], best: Facts) -> list[tuple[Who, str]]:
    """Everyone who takes part, each in one role: actor or target, by majority, before other."""
    votes: defaultdict[Who, list[str]] = defaultdict(list)
    for told in facts:
        for p in told.telling.participants:
            votes[p.entity_kind, p.entity_id].append(p.role)
    said_best = {(p.entity_kind, p.entity_id): p.role for p in best.telling.participants}
    found = []
    for who, roles in votes.items():
        strong = [role for role in roles if role != "other"]
        found.append((who, _majority(strong or roles, said_best.get(who, ""))))
    return sorted(found, key=lambda pair: (ROLES.index(pair[1]), pair[0]))


def _once(roles: list[tuple[Who, str]], facts: Sequence[Facts], entities: Entities) -> list[tuple[Who, str]]:
    """Without organisations that are another one of the same role, called by a part of its name.

    That is how a headline calls whom the body names in full; where one telling has both, both stay.
    """
    words = {who: name_words(who, entities) for who, _ in roles if who[0] == "organization"}
    if not 2 <= len(words) <= CROWD:
        return roles
    tellings: defaultdict[Who, set[int]] = defaultdict(set)
    for number, told in enumerate(facts):
        for p in told.telling.participants:
            tellings[p.entity_kind, p.entity_id].add(number)

    def is_part(who: Who, role: str) -> bool:
        return any(
            role == other_role and words[who] < words.get(other, frozenset()) and
            tellings[who].isdisjoint(tellings[other])
            for other, other_role in roles
        )  # fmt: skip

    return [(who, role) for who, role in roles if not (who in words and is_part(who, role))]


def _name(who: Who, entities: Entities) -> str:
    entity = entities.get(who)
    return entity.name if entity else who[1]


def _confidence(facts: Sequence[Facts]) -> float:
    """That of the surest telling, raised by each further one, more where another item tells it."""
    by_item: defaultdict[str, list[float]] = defaultdict(list)
    for told in facts:
        by_item[told.telling.item_id].append(told.telling.confidence)
    tops = sorted((max(values) for values in by_item.values()), reverse=True)
    repeats = sorted(c for values in by_item.values() for c in sorted(values)[:-1])
    doubt = (
        (1 - tops[0])
        * prod(1 - ANOTHER_ITEM * c for c in tops[1:])
        * prod(1 - SAME_ITEM * c for c in repeats)
    )
    return round(max(min(1 - doubt, SUREST), tops[0]), 4)
