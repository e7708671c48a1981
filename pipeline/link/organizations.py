"""Organisations: on each page every form to its body, then pages together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby

from pipeline.link.grouping import group
from pipeline.link.org_match import compare_orgs
from pipeline.link.org_name import IsPlace, OrgName, parse_org
from pipeline.link.page_countries import NOWHERE, PageCountries
from pipeline.link.spelling import deletions, spelling_key
from pipeline.link.spots import Spot, bracketed
from pipeline.link.verdict import SAME_IN_CORPUS, SAME_ON_PAGE, Verdict

_BLOCK_LIMIT = 100
_ALL_PAIRS = 60


@dataclass(frozen=True, slots=True)
class Organization:
    """A body and everything that names it; `country` where it is a state's."""

    spots: tuple[Spot, ...]
    names: tuple[OrgName, ...]
    country: str | None
    acronym: str | None


@dataclass(frozen=True, slots=True)
class _Profile:
    """A body of one or more pages, by the names used there.

    `acronym` is one that a page defined, `country` where a state body belongs, `around` all
    countries of its pages.
    """

    names: tuple[OrgName, ...]
    country: str | None
    acronym: str | None
    around: frozenset[str]

    @property
    def key(self) -> tuple[str, ...]:
        return (self.country or "", self.acronym or "", *(n.text for n in self.names))

    @property
    def fullest(self) -> OrgName:
        return max(self.names, key=lambda n: (n.acronym is None, len(n.bag), n.text))

    @property
    def detail(self) -> tuple[int, ...]:
        return (int(self.fullest.acronym is None), len(self.fullest.bag))


def link_organizations(
    spots: Sequence[Spot], pages: Mapping[str, PageCountries], is_place: IsPlace
) -> tuple[list[Organization], list[tuple[int, int, Verdict]]]:
    """Organisations over all pages, and pairs of them (by index) kept apart in doubt."""
    parsed = {text: parse_org(text, is_place) for text in sorted({s.name for s in spots})}
    local: dict[tuple[str, ...], list[Spot]] = defaultdict(list)
    profiles: dict[tuple[str, ...], _Profile] = {}
    for page_id, found in groupby(spots, key=lambda s: s.page_id):
        page = pages.get(page_id, NOWHERE)
        for names, acronym, own in _bodies_of_page(tuple(found), parsed):
            profile = _Profile(names, _country(names, page.main), acronym, page.codes)
            old = profiles.get(profile.key, profile)
            profiles[profile.key] = replace(profile, around=profile.around | old.around)
            local[profile.key] += own
    keys = sorted(profiles)
    nodes = [profiles[key] for key in keys]
    groups, doubts = group(
        len(nodes),
        _pairs(nodes),
        lambda i, j: _judge(nodes[i], nodes[j]),
        SAME_IN_CORPUS,
        detail=lambda i: nodes[i].detail,
    )
    roots = sorted({groups.find(i) for i in range(len(nodes))})
    number = {root: n for n, root in enumerate(roots)}
    bodies = [
        _body([nodes[i] for i in groups.members(r)], [s for i in groups.members(r) for s in local[keys[i]]])
        for r in roots
    ]
    return bodies, [(number[groups.find(i)], number[groups.find(j)], v) for i, j, v in doubts]


def _body(nodes: Sequence[_Profile], spots: list[Spot]) -> Organization:
    names = {n.text: n for node in nodes for n in node.names}
    country = next((n.country for n in nodes if n.country), None)
    acronyms = sorted(
        {n.acronym for n in nodes if n.acronym} | {n.acronym for n in names.values() if n.acronym}
    )
    ordered = tuple(sorted(spots, key=lambda s: s.rank))
    return Organization(
        ordered, tuple(names[t] for t in sorted(names)), country, acronyms[0] if acronyms else None
    )


def _country(names: Sequence[OrgName], main: str | None) -> str | None:
    """The country of a state body: its name tells, else the page; None for other bodies."""
    told = next((n.country for n in names if n.country), None)
    if told or not any(n.state for n in names):
        return told
    return main


def _bodies_of_page(
    spots: tuple[Spot, ...], parsed: Mapping[str, OrgName]
) -> Iterator[tuple[tuple[OrgName, ...], str | None, list[Spot]]]:
    """The bodies of one page: the names used, the acronym defined for it, its spots."""
    texts = sorted({s.name for s in spots})
    full = [t for t in texts if not (parsed[t].short and _within_another(parsed[t], texts, parsed))]
    place = {text: i for i, text in enumerate(full)}
    defined = {(a.name, b.name) for a, b in bracketed(spots) if _other_name(parsed[a.name], parsed[b.name])}
    forced = sorted((place[a], place[b]) for a, b in defined if a in place and b in place)
    groups, _ = group(
        len(full),
        combinations(range(len(full)), 2)
        if len(full) < _ALL_PAIRS
        else _word_pairs([(parsed[t],) for t in full]),
        lambda i, j: compare_orgs(parsed[full[i]], parsed[full[j]], True),
        SAME_ON_PAGE,
        forced,
        lambda i: (int(parsed[full[i]].acronym is None), len(parsed[full[i]].bag)),
    )
    owner = {text: groups.find(i) for text, i in place.items()}
    bodies: dict[int | str, list[Spot]] = defaultdict(list)
    seen: list[Spot] = []
    for spot in spots:
        who = (
            owner[spot.name]
            if spot.name in owner
            else _nearest(parsed[spot.name], seen, spots, parsed, owner)
        )
        bodies[who].append(spot)
        if spot.name in owner:
            seen.append(spot)
    acronyms = {owner[t]: t for pair in defined for t in pair if parsed[t].acronym and t in owner}
    for who in sorted(bodies, key=str):
        names = tuple(parsed[t] for t in sorted({s.name for s in bodies[who]}))
        telling = tuple(n for n in names if not n.short) or names
        acronym = parsed[acronyms[who]].acronym if isinstance(who, int) and who in acronyms else None
        yield telling, acronym, bodies[who]


def _other_name(first: OrgName, second: OrgName) -> bool:
    """Whether a name in brackets is the acronym of the one before, or the reverse, or in another script."""
    latin = [max(n.text, default="a") < "\u0370" or "“" in n.text or "’" in n.text for n in (first, second)]
    return (first.acronym is None) != (second.acronym is None) or latin[0] != latin[1]


def _within_another(name: OrgName, texts: Sequence[str], parsed: Mapping[str, OrgName]) -> bool:
    return any(_names(name, parsed[t]) for t in texts)


def _names(short: OrgName, full: OrgName) -> bool:
    """Whether a common word ("the Committee") can stand for a body of that name."""
    return (
        full.acronym is None and set(short.bag) < set(full.bag) and not (short.state and len(short.bag) > 1)
    )


def _nearest(
    short: OrgName,
    seen: Sequence[Spot],
    spots: Sequence[Spot],
    parsed: Mapping[str, OrgName],
    owner: Mapping[str, int],
) -> int | str:
    """The body named last before that the word fits; the first one after where there is none."""
    for spot in reversed(seen):
        if _names(short, parsed[spot.name]):
            return owner[spot.name]
    return next(
        (owner[s.name] for s in spots if s.name in owner and _names(short, parsed[s.name])),
        "short " + " ".join(short.bag),
    )


def _judge(left: _Profile, right: _Profile) -> Verdict:
    if _abroad(left, right):
        return Verdict(0.0, "of different countries", conflict=True)
    best = max(
        (compare_orgs(a, b, False) for a in left.names for b in right.names),
        key=lambda v: (v.conflict, v.score, -v.fuller),
    )
    if best.reason == "common name, place added" and left.country and left.country == right.country:
        return Verdict(0.85, "common name, same country", best.fuller)
    if best.reason == "initials fit" and left.acronym and left.acronym == right.acronym:
        return Verdict(0.95, "acronym defined", best.fuller)
    if not best.score and left.acronym and left.acronym == right.acronym:
        return _same_acronym(left, right)
    return best


def _abroad(left: _Profile, right: _Profile) -> bool:
    """Whether two state bodies are of different countries; named ones only where no page is of both."""
    if not left.country or not right.country or left.country == right.country:
        return False
    if left.fullest.body or right.fullest.body or not any(n.state for n in (*left.names, *right.names)):
        return False
    named = left.fullest.own and right.fullest.own
    return not (named and left.around & right.around)


def _same_acronym(left: _Profile, right: _Profile) -> Verdict:
    """One page defined the acronym, the other uses it or defines it with other words."""
    alone = [n.fullest.acronym is not None for n in (left, right)]
    if any(alone):
        return Verdict(0.9, "acronym defined elsewhere", 0 if all(alone) else 1 if alone[0] else -1)
    return Verdict(0.5, "same acronym, other words")


def _pairs(nodes: Sequence[_Profile]) -> set[tuple[int, int]]:
    pairs = _word_pairs([n.names for n in nodes])
    by_acronym: dict[str, list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        found = {n.acronym.upper() for n in node.names if n.acronym} | (
            {node.acronym.upper()} if node.acronym else set()
        )
        for key in sorted(found | {r for n in node.names for r in n.initials}):
            by_acronym[key].append(i)
    for block in by_acronym.values():
        lead = [i for i in block if nodes[i].acronym or any(n.acronym for n in nodes[i].names)]
        for i in lead[:_BLOCK_LIMIT]:
            pairs.update((min(i, j), max(i, j)) for j in block[:_BLOCK_LIMIT] if i != j)
    return pairs


def _word_pairs(nodes: Sequence[tuple[OrgName, ...]]) -> set[tuple[int, int]]:
    """Pairs that share a telling word (or one a slip away), the whole bag, or the body."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, names in enumerate(nodes):
        for key in sorted({k for name in names for k in _keys(name)}):
            blocks[key].append(i)
    pairs: set[tuple[int, int]] = set()
    for block in blocks.values():
        for at, i in enumerate(block):
            pairs.update((i, j) for j in block[at + 1 : at + 1 + _BLOCK_LIMIT])
    return pairs


def _keys(name: OrgName) -> Iterator[str]:
    if name.acronym:
        yield "a:" + name.acronym.upper()
    if name.body:
        yield "b:" + name.body
        return
    yield "w:" + " ".join(name.bag)
    yield "p:" + " ".join(s for s in name.bag if s not in name.places)
    for word in sorted(name.own):
        yield "o:" + spelling_key(word, "slavic")
        if len(word) >= 6:
            yield from ("d:" + cut for cut in (word, *deletions(word)))
