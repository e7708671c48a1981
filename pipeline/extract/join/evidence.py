"""What speaks for and against two groups of tellings being one event."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from pipeline.extract.join.dates import agree
from pipeline.extract.join.facts import Entities, Who, name_words
from pipeline.extract.join.groups import Group
from pipeline.extract.join.places import clash, spots_of


class Evidence:
    """The comparison of two groups. `against` is True where something forbids that they are one.

    `strangers` are groups about unlike people or unlike organisations. A headline (`headed`) is short
    of words: it may call an organisation by a part of its name, and the place by a wider one. Nothing is
    compared before it is asked for: dates alone tell most pairs apart.
    """

    def __init__(self, unit: Group, group: Group, entities: Entities, headed: bool = False) -> None:
        self._unit, self._group, self._entities = unit, group, entities
        self.headed = headed
        self.anonymous = not (unit.keyed and group.keyed)

    @cached_property
    def shared(self) -> bool:
        """Both are about the same."""
        return _shared(self._unit, self._group)

    @cached_property
    def strangers(self) -> bool:
        unit, group = self._unit, self._group
        if self.shared:
            return False
        kinds = {kind for kind, _ in unit.keyed} & {kind for kind, _ in group.keyed}
        if kinds == {"organization"} and self.headed:
            return not _nested(unit.keyed, group.keyed, self._entities)
        return bool(kinds) or not (self.anonymous or self.headed or self.same_sentence)

    @property
    def newcomers(self) -> bool:
        """In one item: those without a name in one are told of after the other, which has names."""
        if self.headed or self.same_day or self.same_sentence:
            return False
        pairs = ((self._unit, self._group), (self._group, self._unit))
        return any(new.newcomers and old.keyed and old.start < new.start for new, old in pairs)

    @cached_property
    def facing_others(self) -> bool:
        """Words of the same people to unlike addressees: 'wrote to the President', 'wrote to the police'."""
        one, other = self._unit.opposite, self._group.opposite
        if self._unit.profile.key != "actor" or self.headed or one & other:
            return False
        if not (one and other):
            said = self._unit.profile.undated == "never" and (one or other) and not self.same_sentence
            return bool(said) and not (self.same_day or self.alike)
        kinds = {kind for kind, _ in one} & {kind for kind, _ in other}
        return bool(kinds) and not _nested(one, other, self._entities)

    @cached_property
    def same_count(self) -> bool:
        """'the arrest of three farmers' and the arrest of A, B and C."""
        one, other = self._unit, self._group
        return _is_count_of(one, other) or _is_count_of(other, one)

    @cached_property
    def same_day(self) -> bool:
        return not {w.start for w in self._unit.days}.isdisjoint(w.start for w in self._group.days)

    @cached_property
    def same_place(self) -> bool:
        return not self._unit.places.isdisjoint(self._group.places)

    @cached_property
    def _spots(self) -> tuple[frozenset[str], frozenset[str]]:
        return spots_of(self._unit.places, self._entities), spots_of(self._group.places, self._entities)

    @cached_property
    def same_spot(self) -> bool:
        one, other = self._spots
        return not one.isdisjoint(other)

    @cached_property
    def both_placed(self) -> bool:
        return all(self._spots)

    @cached_property
    def same_sentence(self) -> bool:
        return not self._unit.sentences.keys().isdisjoint(self._group.sentences)

    @cached_property
    def same_kind(self) -> bool:
        return not self._unit.kinds.isdisjoint(self._group.kinds)

    @cached_property
    def same_stems(self) -> bool:
        return not self._unit.trigger_stems.isdisjoint(self._group.trigger_stems)

    @property
    def same_words(self) -> bool:
        return self.same_kind or self.same_stems

    @cached_property
    def same_figures(self) -> bool:
        return not self._unit.figures.isdisjoint(self._group.figures)

    @cached_property
    def copied(self) -> bool:
        return not self._unit.copies.isdisjoint(self._group.copies)

    @cached_property
    def titled(self) -> bool:
        unit, group = self._unit, self._group
        return (unit.titled or group.titled) and not unit.titles.isdisjoint(group.titles)

    @cached_property
    def _likeness(self) -> tuple[int, float]:
        return _likeness(self._unit, self._group)

    @property
    def alike(self) -> int:
        """How many telling words other than triggers they share."""
        return self._likeness[0]

    @property
    def share(self) -> float:
        """The part of the words of the shorter text that is."""
        return self._likeness[1]

    @cached_property
    def against(self) -> bool:
        """Something forbids that they are one."""
        unit, group, entities = self._unit, self._group, self._entities
        lasting = unit.profile.lasting
        if not all(agree(one, other, lasting) for one in unit.whens for other in group.whens):
            return True
        lenient = self.shared or self.headed
        if any(clash(one, other, entities, lenient) for one in unit.places for other in group.places):
            return True
        if self.facing_others:
            return True
        if unit.kinds and group.kinds and not self.same_kind and not self._told_together(unit):
            return True
        if self.same_day:
            return False
        if unit.figures and group.figures and not self.same_figures:
            return True
        return bool(unit.apart and group.apart and unit.apart.isdisjoint(group.apart))

    def _told_together(self, unit: Group) -> bool:
        """'was taken away and placed under house arrest': two words, one event."""
        return self.same_sentence and self.shared and unit.profile.undated == "participant"

    @property
    def score(self) -> float:
        """Weight of all that speaks for it."""
        return (
            2.0 * self.shared + 0.5 * self.same_day + 0.3 * self.same_words
            + 0.2 * self.same_place + 0.1 * min(self.alike, 5)
        )  # fmt: skip


def _shared(unit: Group, group: Group) -> bool:
    """True where both are about the same; a common organisation does not make two people one."""
    common = unit.keyed & group.keyed
    named = [any(kind == "person" for kind, _ in side.keyed) for side in (unit, group)]
    if all(named) and not unit.profile.public:
        return any(kind == "person" for kind, _ in common)
    return bool(common)


def _is_count_of(counting: Group, named: Group) -> bool:
    """True where one side names nobody and counts as many as the other names people."""
    people = sum(kind == "person" for kind, _ in named.keyed)
    return not counting.keyed and people in counting.counts


def _nested(one_side: Iterable[Who], other_side: Iterable[Who], entities: Entities) -> bool:
    """True where an organisation of one side has all the words of one of the other: 'the Institute'."""
    mine, theirs = ([name_words(who, entities) for who in side] for side in (one_side, other_side))
    pairs = ((one, other) for one in mine for other in theirs if one and other)
    return any(one <= other or other <= one for one, other in pairs)


def _likeness(unit: Group, group: Group) -> tuple[int, float]:
    """How many telling words other than triggers two groups share, and the part of the shorter text.

    A sentence that both groups tell of says nothing: it is left out.
    """
    mine = frozenset().union(*(s for at, s in unit.sentences.items() if at not in group.sentences))
    theirs = frozenset().union(*(s for at, s in group.sentences.items() if at not in unit.sentences))
    if not (mine and theirs):
        return 0, 0.0
    shared = (mine & (theirs | group.trigger_stems)) | (theirs & (mine | unit.trigger_stems))
    return len(shared), len(shared) / max(min(len(mine), len(theirs)), 3)
