"""A body of one or more pages by the names used there, and what two of them have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.link.blocks import hashed, pairs_of_blocks, pairs_sought
from pipeline.link.comparison import UNLIKE, Verdict
from pipeline.link.org_blocks import BLOCK_LIMIT, word_blocks
from pipeline.link.org_match import INITIALS_FIT, PLACE_ADDED_TO_COMMON, compare_orgs
from pipeline.link.org_name import OrgName
from pipeline.schema.linking import Blocks

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrgProfile:
    """The names that some pages use for a body.

    `acronym` is one that a page defined, `country` where a body belongs whose name other countries
    know too, `around` all countries of its pages, `home` where they are at home. `page_id` is set for what is
    but a common word ("the Committee") and is looked for on no other page.
    """

    names: tuple[OrgName, ...]
    country: str | None
    acronym: str | None
    around: frozenset[str]
    home: tuple[str, ...] = ()
    page_id: str | None = None

    @property
    def key(self) -> Key:
        """What tells the profile from others; what says little is another elsewhere."""
        return (
            self.page_id or "",
            self.country or "",
            self.acronym or "",
            *(self.home if self.vague else ()),
            "",
            *(part for n in self.names for part in n.order if part),
        )

    @property
    def fullest(self) -> OrgName:
        """The name that says most."""
        return max(self.names, key=lambda n: (n.acronym is None, len(n.bag), n.text))

    @property
    def undefined(self) -> bool:
        """Whether it is known by an acronym alone that no list explains."""
        return self.fullest.acronym is not None and self.fullest.body is None

    @property
    def vague(self) -> bool:
        """Whether its names alone do not tell it from bodies elsewhere: "CPC", "Supreme Court"."""
        if self.country or self.fullest.body or self.acronym:
            return self.undefined
        return self.undefined or all(n.local and not n.own and not n.places for n in self.names)

    @property
    def detail(self) -> tuple[int, ...]:
        """How much the names say: more is fuller."""
        return (int(self.fullest.acronym is None), len(self.fullest.bag))


def judge_bodies(left: OrgProfile, right: OrgProfile) -> Verdict:
    """Whether two profiles are one body's."""
    if left.page_id or right.page_id:
        return UNLIKE
    if _abroad(left, right):
        return Verdict(0.0, "of different countries", conflict=True)
    verdicts = (compare_orgs(a, b, False) for a, b in _telling(left, right))
    best = max(verdicts, key=lambda v: (v.conflict, v.score, -v.fuller))
    if best.score and _elsewhere(left, right):
        return Verdict(min(best.score, 0.6), f"{best.reason}, perhaps of other countries", best.fuller)
    if best.reason == PLACE_ADDED_TO_COMMON and left.country and left.country == right.country:
        return Verdict(0.85, "common name, same country", best.fuller)
    if left.acronym and left.acronym == right.acronym and best.score < 1:
        return (
            Verdict(0.9, "acronym defined", best.fuller)
            if best.score or _share_most_words(left.fullest, right.fullest)
            else Verdict(0.5, "same acronym, other words")
        )
    if best.score and _common(left, right) and not _near(left, right):
        return Verdict(min(best.score, 0.6), f"{best.reason}, pages of other countries", best.fuller)
    if best.reason == INITIALS_FIT and left.around & right.around:
        return Verdict(0.85, "initials fit, pages of one country", best.fuller)
    return _acronym_elsewhere(left, right) or best


def _telling(left: OrgProfile, right: OrgProfile) -> Iterator[tuple[OrgName, OrgName]]:
    """The pairs of names to compare: where both have a full one, an acronym proves nothing."""
    full = left.fullest.acronym is None and right.fullest.acronym is None
    for a in left.names:
        for b in right.names:
            if not full or a.body or not (a.acronym or b.acronym):
                yield a, b


def _share_most_words(left: OrgName, right: OrgName) -> bool:
    """ "Terrorism Investigation Division" and "Terrorist Investigation Division"."""
    a, b = set(left.bag), set(right.bag)
    return len(a & b) > max(len(a - b), len(b - a))


def _common(left: OrgProfile, right: OrgProfile) -> bool:
    """Whether other countries may have a body of the full name, such as a "Human Rights Commission"."""
    return all(body.fullest.local and not body.fullest.own for body in (left, right))


def _acronym_elsewhere(left: OrgProfile, right: OrgProfile) -> Verdict | None:
    """One page defines the acronym that the other uses alone."""
    for alone, full, fuller in ((left, right, 1), (right, left, -1)):
        if alone.undefined and full.acronym and alone.fullest.acronym == full.acronym:
            score = 0.9 if _near(alone, full) else 0.7
            return Verdict(score, "acronym defined elsewhere", fuller)
    return None


def _elsewhere(left: OrgProfile, right: OrgProfile) -> bool:
    """Whether two that say little, or one and a body told by its country, may be at home in two places."""
    if left.undefined != right.undefined or not (left.vague or right.vague):
        return False
    if left.vague and right.vague:
        return left.home != right.home
    vague, told = (left, right) if left.vague else (right, left)
    return told.fullest.local and vague.home != (told.country,)


def _near(left: OrgProfile, right: OrgProfile) -> bool:
    return not left.around or not right.around or bool(left.around & right.around)


def _abroad(left: OrgProfile, right: OrgProfile) -> bool:
    """Whether two state bodies are of different countries; named ones only where no page is of both."""
    if not left.country or not right.country or left.country == right.country:
        return False
    if left.fullest.body or right.fullest.body or not any(n.local for n in (*left.names, *right.names)):
        return False
    named = left.fullest.own and right.fullest.own
    return not (named and left.around & right.around)


def body_blocks(key: str, profile: OrgProfile) -> Blocks:
    """The blocks of a profile: an acronym seeks the bodies that may have it."""
    if profile.page_id:
        return Blocks(key, (), (), ())
    own = _acronyms(profile)
    offered = own | {initials for name in profile.names for initials in name.initials}
    return Blocks(key, word_blocks(profile.names), hashed(own), hashed(offered))


def body_pairs(blocks: Sequence[Blocks]) -> set[tuple[int, int]]:
    """Pairs worth judging: by words, and each acronym with the bodies that may have it."""
    pairs = pairs_of_blocks((own.shared for own in blocks), BLOCK_LIMIT)
    for acronyms, bodies in pairs_sought(blocks):
        for i in acronyms[:BLOCK_LIMIT]:
            pairs.update((min(i, j), max(i, j)) for j in bodies[:BLOCK_LIMIT] if i != j)
    return pairs


def _acronyms(profile: OrgProfile) -> set[str]:
    return {a.upper() for a in (profile.acronym, *(n.acronym for n in profile.names)) if a}
