"""What all rows of entities share: forms counted by pages, aliases, ids that stay apart."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.link.spelling import slug
from pipeline.link.uses import Place, Uses
from pipeline.schema.flow import DoubtfulPair, Entity
from pipeline.schema.linking import Doubt, Found


@dataclass(frozen=True, slots=True)
class Named:
    """An entity's row and the first place of a mention; `extra` tells it from another of the same id."""

    entity: Entity
    first: Place
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


def distinct_ids(rows: Sequence[Found], taken: Collection[str] = ()) -> list[str]:
    """Their ids, clashing ones told apart by what is their own: `extra`, else a hash of names and place.

    Only one that has nothing to add keeps the plain id, lest a namesake that comes take it over; none has
    one that is `taken`.
    """
    clashing: dict[str, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        clashing[row.entity.entity_id].append(i)
    found = [row.entity.entity_id for row in rows]
    for base, indices in clashing.items():
        if len(indices) == 1 and base not in taken:
            continue
        told = {i: f"{base}-{slug(rows[i].extra)}" if rows[i].extra else base for i in indices}
        shared = Counter(told.values())
        for i, new in told.items():
            found[i] = new if shared[new] == 1 and new not in taken else f"{new}-{_hash(rows[i])}"
    return found


def _hash(row: Found) -> str:
    content = (row.entity.name, *row.entity.aliases, row.item_id, str(row.start))
    return hashlib.sha256("\n".join(content).encode()).hexdigest()[:6]


def doubtful_pairs(doubts: Iterable[Doubt], ids: Mapping[str, str]) -> list[DoubtfulPair]:
    """Rows of doubtful pairs, the likeliest verdict for each; `ids` by the keys of locals."""
    best: dict[tuple[str, str, str], Doubt] = {}
    for doubt in doubts:
        left, right = sorted((ids[doubt.left], ids[doubt.right]))
        pair = doubt.entity_kind, left, right
        if left != right and (pair not in best or doubt.score > best[pair].score):
            best[pair] = doubt
    return [DoubtfulPair(*pair, round(doubt.score, 3), doubt.reason) for pair, doubt in sorted(best.items())]
