"""The bodies of one page: full names and acronyms together, common words to the body they stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipeline.link.comparison import SAME_ON_PAGE
from pipeline.link.grouping import group
from pipeline.link.org_blocks import word_pairs
from pipeline.link.org_match import compare_orgs
from pipeline.link.org_name import OrgName
from pipeline.link.page_mentions import Spot, apposed, bracketed
from pipeline.resources import words

_ALL_PAIRS = 60
_LOOK_BACK = 200


@dataclass(frozen=True, slots=True)
class Body:
    """A body as one page names it; `acronym` is one that the page gives in brackets."""

    names: tuple[OrgName, ...]
    acronym: str | None
    spots: tuple[Spot, ...]


def bodies_of_page(spots: Sequence[Spot], read: Sequence[OrgName]) -> Iterator[Body]:
    """The bodies that the spots of one page name. `read` has the name of each spot."""
    names = sorted(set(read), key=lambda n: n.order)
    full = [n for n in names if not _stands_for_another(n, names)]
    place = {name: i for i, name in enumerate(full)}
    name_of = {spot.rank: name for spot, name in zip(spots, read, strict=True)}
    beside = [(name_of[a.rank], name_of[b.rank]) for a, b in bracketed(spots)]
    defined = [(a, b) for a, b in beside if _other_name(a, b)]
    touching = [(name_of[a.rank], name_of[b.rank]) for a, b in apposed(spots)]
    described = [(a, b) for a, b in touching if a.short and b.own]
    groups, _ = group(
        len(full),
        combinations(range(len(full)), 2) if len(full) <= _ALL_PAIRS else word_pairs(full),
        lambda i, j: compare_orgs(full[i], full[j], True),
        SAME_ON_PAGE,
        sorted((place[a], place[b]) for a, b in {*defined, *described} if a in place and b in place),
        lambda i: (int(full[i].acronym is None), len(full[i].bag)),
    )
    owner = {name: str(groups.find(i)) for name, i in place.items()}
    found: dict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(read):
        found[owner.get(name) or _whose(at, spots, read, owner)].append(at)
    acronyms = {owner[n]: n.acronym for pair in defined for n in pair if n.acronym and n in owner}
    for who in sorted(found):
        own = tuple(sorted({read[at] for at in found[who]}, key=lambda n: n.order))
        telling = tuple(n for n in own if not n.lone) or own
        yield Body(telling, acronyms.get(who), tuple(spots[at] for at in found[who]))


def _other_name(first: OrgName, second: OrgName) -> bool:
    """Whether a name in brackets is the acronym of the one before, or the reverse, or in another language."""
    if (first.acronym is None) != (second.acronym is None):
        return True
    return first.latin != second.latin or (first.foreign != second.foreign and not first.acronym)


def _stands_for_another(name: OrgName, names: Sequence[OrgName]) -> bool:
    return name.short and any(_fit(name, other) for other in names)


def _fit(short: OrgName, full: OrgName) -> int:
    """How well a common word ("the Committee") stands for a body: 2 by its words, 1 by its acronym, 0 not."""
    if short.state and len(short.bag) > 1:
        return 0
    if full.acronym is None:
        return 2 if set(short.bag) < set(full.bag) else 0
    if not short.lone or not short.bag or full.body:
        return 0
    if short.bag[0] in words("link/organizations", "the_only_one"):
        return 0
    return int(short.bag[0][0].upper() in full.acronym.upper())


def _whose(at: int, spots: Sequence[Spot], read: Sequence[OrgName], owner: Mapping[OrgName, str]) -> str:
    """Whom the common word at a place means: who was named last before it, else first after it in the item.

    Who has the word in the name goes before who has its letter in the acronym.
    """
    own = spots[at].item_id
    before = range(at - 1, max(-1, at - 1 - _LOOK_BACK), -1)
    after = [i for i in range(at + 1, min(len(spots), at + 1 + _LOOK_BACK)) if spots[i].item_id == own]
    for side in (before, after):
        for wanted in (2, 1):
            for i in side:
                if read[i] in owner and _fit(read[at], read[i]) == wanted:
                    return owner[read[i]]
    return "common " + " ".join(read[at].bag)
