"""What all rows of entities share: forms counted by pages, aliases, ids that stay apart."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.link.comparison import Verdict
from pipeline.link.spelling import slug
from pipeline.link.uses import Uses
from pipeline.schema.flow import DoubtfulPair, Entity


@dataclass(frozen=True, slots=True)
class Named:
    """An entity's row and who uses its names; `extra` tells it from another of the same id."""

    entity: Entity
    uses: Uses
    extra: str


def row(kind: str, entity_id: str, name: str, uses: Uses) -> Entity:
    """A row with its aliases; what only some kinds have is left empty."""
    aliases = tuple(sorted(uses.forms.keys() - {name}))
    return Entity(kind, entity_id, name, None, aliases, None, None, None, None, None)


def alphabetical(text: str) -> tuple[int, ...]:
    """Sort key for `max`: the alphabetically first is the greatest."""
    return tuple(-ord(c) for c in text)


def capitalised(text: str) -> str:
    """Words in capitals as names are usually written; short ones may be acronyms and stay.

    >>> capitalised("NIZHNY NOVGOROD"), capitalised("ULAN-UDE"), capitalised("Malinouski MP")
    ('Nizhny Novgorod', 'Ulan-Ude', 'Malinouski MP')
    """
    return " ".join(
        "-".join(part.capitalize() for part in word.split("-")) if word.isupper() and len(word) > 2 else word
        for word in text.split()
    )


def distinct(rows: Sequence[Named]) -> list[Named]:
    """Tell clashing ids apart by what is their own: `extra`, else a hash of names and place.

    The one with the least to add keeps the plain id.
    """
    clashing: dict[str, list[int]] = defaultdict(list)
    for i, named in enumerate(rows):
        clashing[named.entity.entity_id].append(i)
    found = list(rows)
    for base, indices in clashing.items():
        taken = {base}
        for i in sorted(indices, key=lambda i: (rows[i].extra, rows[i].entity.name, rows[i].entity.aliases))[
            1:
        ]:
            new = f"{base}-{slug(rows[i].extra)}" if rows[i].extra else base
            if new in taken:
                new = f"{base}-{_hash(rows[i])}"
            taken.add(new)
            found[i] = replace(rows[i], entity=replace(rows[i].entity, entity_id=new))
    return found


def _hash(named: Named) -> str:
    item_id, start = named.uses.first or ("", 0)
    content = (named.entity.name, *named.entity.aliases, item_id, str(start))
    return hashlib.sha256("\n".join(content).encode()).hexdigest()[:6]


def doubtful_pairs(
    kind: str, ids: Sequence[str], doubts: Sequence[tuple[int, int, Verdict]]
) -> list[DoubtfulPair]:
    """Rows of doubtful pairs, the likeliest verdict for each; `ids` by the indices of the doubts."""
    best: dict[tuple[str, str], Verdict] = {}
    for i, j, verdict in doubts:
        left, right = sorted((ids[i], ids[j]))
        if left != right and ((left, right) not in best or verdict.score > best[left, right].score):
            best[left, right] = verdict
    return [DoubtfulPair(kind, a, b, round(v.score, 3), v.reason) for (a, b), v in sorted(best.items())]
