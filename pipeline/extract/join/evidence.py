"""What speaks for and against two groups of tellings being one event."""

from __future__ import annotations

from pipeline.extract.join.dates import agree
from pipeline.extract.join.facts import Entities, name_words
from pipeline.extract.join.groups import Group
from pipeline.extract.join.places import clash, spots_of


class Evidence:
    """The comparison of two groups. `against` is True where something forbids that they are one.

    `strangers` are groups about unlike people or unlike organisations. A headline (`headed`) is short
    of words: it may call an organisation by a part of its name, and the place by a wider one.
    """

    def __init__(self, unit: Group, group: Group, entities: Entities, headed: bool = False) -> None:
        self.shared = _shared(unit, group)
        self.headed = headed
        self.anonymous = not (unit.keyed and group.keyed)
        kinds = {kind for kind, _ in unit.keyed} & {kind for kind, _ in group.keyed}
        apart = (
            bool(unit.keyed and group.keyed)
            and not headed
            and unit.sentences.keys().isdisjoint(group.sentences)
        )
        self.strangers = not self.shared and (bool(kinds) or apart)
        if self.strangers and headed and kinds == {"organization"}:
            self.strangers = not _nested_names(unit, group, entities)
        self.same_day = not {w.start for w in unit.days}.isdisjoint(w.start for w in group.days)
        self.same_place = not unit.places.isdisjoint(group.places)
        spots, other_spots = (spots_of(side.places, entities) for side in (unit, group))
        self.same_spot = not spots.isdisjoint(other_spots)
        self.both_placed = bool(spots and other_spots)
        self.same_sentence = not unit.sentences.keys().isdisjoint(group.sentences)
        self.same_kind = not unit.kinds.isdisjoint(group.kinds)
        self.same_stems = not unit.trigger_stems.isdisjoint(group.trigger_stems)
        self.same_words = self.same_kind or self.same_stems
        self.same_figures = not unit.figures.isdisjoint(group.figures)
        self.copied = not unit.copies.isdisjoint(group.copies)
        self.titled = (unit.titled or group.titled) and not unit.titles.isdisjoint(group.titles)
        self.alike, self.share = _likeness(unit, group)
        self.against = self._against(unit, group, entities)

    def _against(self, unit: Group, group: Group, entities: Entities) -> bool:
        lasting = unit.profile.lasting
        if not all(agree(one, other, lasting) for one in unit.whens for other in group.whens):
            return True
        lenient = self.shared or self.headed
        if any(clash(one, other, entities, lenient) for one in unit.places for other in group.places):
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


def _nested_names(unit: Group, group: Group, entities: Entities) -> bool:
    """True where an organisation of one side has all the words of one of the other: 'the Institute'."""
    mine, theirs = ([name_words(who, entities) for who in side.keyed] for side in (unit, group))
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
