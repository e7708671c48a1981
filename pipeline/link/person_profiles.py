"""A person of one or more pages by the names used there, and what two of them have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from sys import intern

from pipeline.link.blocks import hashed, pairs_of_blocks, pairs_sought
from pipeline.link.comparison import UNLIKE, Verdict
from pipeline.link.given_names import first_letters, given_keys
from pipeline.link.person_blocks import BLOCK_LIMIT, family_keys, name_blocks
from pipeline.link.person_match import compare
from pipeline.link.person_name import PersonName
from pipeline.link.spelling import spelling_key
from pipeline.schema.linking import Blocks

_PAGES_COMPARED = 20
_VAGUE_LIMIT = 500

Key = tuple[str, ...]
Cast = Mapping[str, frozenset[str]]
"""For each page the countries it speaks of and keys of the people on it."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The names that some pages use for a person.

    `page_id` is set for somebody known by a given name alone, or by a surname that several of the page bear
    (`torn`), who is looked for on no other page; `sex` for one known by a surname alone, where a title tells
    it, and `around` where such a one is at home.
    """

    names: tuple[PersonName, ...]
    page_id: str | None
    pages: frozenset[str]
    torn: bool = False
    sex: str | None = None
    around: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """What tells the profile from others."""
        return (self.page_id or "", self.sex or "", *self.around, "", *(n.text for n in self.names))

    @property
    def home(self) -> tuple[str, ...]:
        """What tells a bare name from others of the name: its page, or where it is at home and the sex."""
        return (self.page_id,) if self.page_id else (*self.around, *filter(None, (self.sex,)))

    @property
    def fullest(self) -> PersonName:
        """The name that says most."""
        return max(self.names, key=lambda n: (n.detail, n.text))


def cast_of_page(names: Iterable[PersonName], countries: frozenset[str]) -> frozenset[str]:
    """Countries of a page and keys of the full names on it."""
    keys = {
        intern(f"{given_keys(n.given[0])[0]} {spelling_key(n.family[-1], 'slavic')}")
        for n in names
        if not n.bare and not n.initial and n.given and n.family
    }
    return countries | keys


def judge_profiles(left: Profile, right: Profile, cast: Cast) -> Verdict:
    """Whether two profiles are one person's."""
    if left.fullest.bare or right.fullest.bare:
        return _judge_bare(left, right, cast)
    verdict = compare(left.fullest, right.fullest)
    if verdict.conflict or (len(left.names) == 1 and len(right.names) == 1):
        return verdict
    return max((compare(a, b) for a in left.names for b in right.names), key=lambda v: (v.score, -v.fuller))


def _judge_bare(left: Profile, right: Profile, cast: Cast) -> Verdict:
    """A surname alone, unexplained on its page, and a full name or the same surname elsewhere."""
    if not _surname_keys(left) & _surname_keys(right):
        return UNLIKE
    fuller = right.fullest.detail[0] - left.fullest.detail[0]
    if len({left.sex or left.fullest.sex, right.sex or right.fullest.sex} - {None}) > 1:
        return Verdict(0.0, "different sex", conflict=True)
    if left.pages & right.pages:
        return Verdict(0.5, "same surname on one page, not told apart", fuller)
    if left.page_id or right.page_id:
        return UNLIKE
    if not fuller:
        return Verdict(0.8 if left.home == right.home else 0.5, "the same surname alone")
    if _meet(left, right, cast):
        return Verdict(0.8, "surname alone, pages of one country or with the same people", fuller)
    return Verdict(0.5, "surname alone, pages with nothing in common", fuller)


def _surname_keys(profile: Profile) -> set[str]:
    return {k for n in profile.names for f in n.family for k in family_keys(f, n.tradition)}


def _meet(left: Profile, right: Profile, cast: Cast) -> bool:
    """Whether some of their pages speak of a country or a person together."""
    firsts, seconds = (sorted(p.pages)[:_PAGES_COMPARED] for p in (left, right))
    return any(cast[a] & cast[b] for a in firsts for b in seconds)


def person_blocks(key: str, profile: Profile) -> Blocks:
    """The blocks of a profile: a vague name seeks the bearers of its surname."""
    if profile.page_id and not profile.torn:
        return Blocks(key, (), (), ())
    families = hashed(_surname_keys(profile))
    vague = profile.fullest.bare or profile.fullest.initial
    return Blocks(key, name_blocks(profile.names), families if vague else (), families)


def profile_pairs(profiles: Sequence[Profile], blocks: Sequence[Blocks]) -> set[tuple[int, int]]:
    """Pairs worth judging: by blocks of keys, and each vague name with the bearers of its surname."""
    pairs = pairs_of_blocks((own.shared for own in blocks), BLOCK_LIMIT)
    for vague, bearers in pairs_sought(blocks):
        for i in vague[:_VAGUE_LIMIT]:
            fitting = (j for j in bearers if i != j and _fits(profiles[i], profiles[j]))
            pairs.update((min(i, j), max(i, j)) for j in fitting)
    return pairs


def _fits(vague: Profile, other: Profile) -> bool:
    if vague.fullest.bare or other.fullest.bare:
        return True
    letters = first_letters(other.fullest.given[0]) if other.fullest.given else frozenset()
    return spelling_key(vague.fullest.given[0])[:1] in letters
