"""The bodies of one page: full names and acronyms together, common words to the body they stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipeline.link.grouping import group
from pipeline.link.org_blocks import word_pairs
from pipeline.link.org_match import compare_orgs
from pipeline.link.org_name import OrgName
from pipeline.link.spots import Spot, apposed, bracketed
from pipeline.link.verdict import SAME_ON_PAGE

_ALL_PAIRS = 60
_LOOK_BACK = 200
_LAST_LATIN = "\u024f"
_PUNCTUATION = "“”‘’„‟–—•…«»"

Parsed = Mapping[str, OrgName]


@dataclass(frozen=True, slots=True)
class LocalBody:
    """A body as one page names it; `acronym` is one that the page gives in brackets."""

    names: tuple[OrgName, ...]
    acronym: str | None
    spots: tuple[Spot, ...]


def bodies_of_page(spots: Sequence[Spot], parsed: Parsed) -> Iterator[LocalBody]:
    """The bodies that the spots of one page name. `parsed` reads the names of the spots."""
    texts = sorted({s.name for s in spots})
    full = [t for t in texts if not _stands_for_another(parsed[t], texts, parsed)]
    place = {text: i for i, text in enumerate(full)}
    defined = [(a.name, b.name) for a, b in bracketed(spots) if _other_name(parsed[a.name], parsed[b.name])]
    described = [(a.name, b.name) for a, b in apposed(spots) if parsed[a.name].short and parsed[b.name].own]
    groups, _ = group(
        len(full),
        combinations(range(len(full)), 2)
        if len(full) <= _ALL_PAIRS
        else word_pairs([(parsed[t],) for t in full]),
        lambda i, j: compare_orgs(parsed[full[i]], parsed[full[j]], True),
        SAME_ON_PAGE,
        sorted((place[a], place[b]) for a, b in {*defined, *described} if a in place and b in place),
        lambda i: (int(parsed[full[i]].acronym is None), len(parsed[full[i]].bag)),
    )
    owner = {text: str(groups.find(i)) for text, i in place.items()}
    found: dict[str, list[Spot]] = defaultdict(list)
    for at, spot in enumerate(spots):
        found[owner.get(spot.name) or _whose(at, spots, parsed, owner)].append(spot)
    acronyms = {
        owner[t]: parsed[t].acronym for pair in defined for t in pair if parsed[t].acronym and t in owner
    }
    for who in sorted(found):
        names = tuple(parsed[t] for t in sorted({s.name for s in found[who]}))
        telling = tuple(n for n in names if not n.lone) or names
        yield LocalBody(telling, acronyms.get(who), tuple(found[who]))


def _other_name(first: OrgName, second: OrgName) -> bool:
    """Whether a name in brackets is the acronym of the one before, or the reverse, or in another script."""
    latin = [all(c <= _LAST_LATIN or c in _PUNCTUATION for c in n.text) for n in (first, second)]
    return (first.acronym is None) != (second.acronym is None) or latin[0] != latin[1]


def _stands_for_another(name: OrgName, texts: Sequence[str], parsed: Parsed) -> bool:
    return name.short and any(_fit(name, parsed[t]) for t in texts)


def _fit(short: OrgName, full: OrgName) -> int:
    """How well a common word ("the Committee") stands for a body: 2 by its words, 1 by its acronym, 0 not."""
    if short.state and len(short.bag) > 1:
        return 0
    if full.acronym is None:
        return 2 if set(short.bag) < set(full.bag) else 0
    return 1 if short.lone and full.body is None and short.bag[0][0].upper() in full.acronym.upper() else 0


def _whose(at: int, spots: Sequence[Spot], parsed: Parsed, owner: Mapping[str, str]) -> str:
    """Whom the common word at a place means: who was named last before it, else first after it in the item.

    Who has the word in the name goes before who has its letter in the acronym.
    """
    spot = spots[at]
    after = [s for s in spots[at + 1 : at + 1 + _LOOK_BACK] if s.item_id == spot.item_id]
    for side in (spots[max(0, at - _LOOK_BACK) : at][::-1], after):
        for wanted in (2, 1):
            for other in side:
                if other.name in owner and _fit(parsed[spot.name], parsed[other.name]) == wanted:
                    return owner[other.name]
    return "common " + " ".join(parsed[spot.name].bag)
