"""Tellings held to be one event, and the search for the group that a further one belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.join.dates import NO_DATE, When
from pipeline.extract.join.facts import Facts, Who

CROWD = 64  # a key that more groups share tells nothing apart; it is left out, which keeps time linear

READ = 16  # sentences, dates and places of a group that are compared; more would cost and add little


class Group:
    """Tellings of one event with their evidence together."""

    def __init__(self, facts: Facts) -> None:
        self.facts = [facts]
        self.profile = facts.profile
        self.keyed: set[Who] = set(facts.keyed)
        self.opposite: set[Who] = set(facts.opposite)
        self.counts: set[int] = {facts.counted} if facts.counted else set()
        self.whens: set[When] = {facts.when} if facts.when.known else set()
        self.places: set[str] = {facts.telling.place_id} if facts.telling.place_id else set()
        self.kinds: set[str] = {facts.kind} if facts.kind else set()
        self.figures: set[tuple[float, str]] = set(facts.figures)
        self.sentences = {(facts.telling.item_id, facts.telling.start): facts.stems}
        self.trigger_stems: set[str] = set(facts.trigger_stems)
        self.titles: set[frozenset[str]] = {facts.title} if facts.title else set()
        self.titled = facts.titled
        self.copies: set[str] = {facts.copy} if facts.copy else set()
        self.apart: set[bool] = set() if facts.headline else {facts.apart}
        self.start = facts.telling.trigger_start
        self.headline = facts.headline
        self.definite = facts.definite
        self.anaphoric = facts.anaphoric
        self.newcomers = facts.newcomers

    def absorb(self, other: Group) -> None:
        """Take over all tellings and evidence of another group."""
        self.facts += other.facts
        self.keyed |= other.keyed
        self.opposite |= other.opposite
        self.counts |= other.counts
        self.kinds |= other.kinds
        self.figures |= other.figures
        self.trigger_stems |= other.trigger_stems
        self.titles |= other.titles
        self.copies |= other.copies
        self.apart |= other.apart
        self.start = min(self.start, other.start)
        self.titled |= other.titled
        self.headline &= other.headline
        self.definite &= other.definite
        self.anaphoric &= other.anaphoric
        self.newcomers &= other.newcomers
        if len(self.whens) < READ:
            self.whens |= other.whens
        if len(self.places) < READ:
            self.places |= other.places
        for at, stems in other.sentences.items():
            if len(self.sentences) < READ or at in self.sentences:
                self.sentences[at] = self.sentences.get(at, frozenset()) | stems

    @property
    def best(self) -> Facts:
        """The telling to quote: dated, a sentence rather than a headline, fullest, surest, then first."""
        return min(
            self.facts,
            key=lambda f: (
                f.when.rank, f.headline, -len(f.telling.participants), -f.telling.confidence,
                f.telling.sentence, f.telling.item_id, f.telling.trigger_start, f.telling.event_type,
            ),
        )  # fmt: skip

    @property
    def rank(self) -> int:
        """How much of the date is known: 0 a day, 1 a month, 2 a year, 3 no year, 4 nothing."""
        return min((when.rank for when in self.whens), default=NO_DATE)

    @property
    def days(self) -> set[When]:
        """The days and ranges of days that its tellings name."""
        return {when for when in self.whens if when.is_day}

    def order(self) -> tuple[int, bool, int, tuple[str, int, str]]:
        """Best known first, so that vaguer tellings find the events that they may belong to."""
        first = min((f.telling.item_id, f.telling.trigger_start, f.telling.event_type) for f in self.facts)
        return self.rank, self.headline, -len(self.keyed), first


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a group fits; `sure` where the fit holds even if other groups fit too.

    `same_type` is False where only the group of types is the same, such as arrest and detention.
    """

    group: Group
    score: float
    sure: bool
    same_type: bool


Keys = Callable[[Group], Iterable[Hashable]]
Fits = Callable[[Group, Group], Fit | None]
Choose = Callable[[Group, Sequence[Fit]], Group | None]


def gather(units: Iterable[Group], lookups: Keys, posts: Keys, fit: Fits, choose: Choose) -> list[Group]:
    """Unite units that are one event: each joins the earlier group that `choose` picks, or founds one.

    Two groups once founded are never united, so no vague unit can chain two events. Only groups that
    share a key are compared. The result does not depend on the order of the units.
    """
    ordered = sorted(units, key=Group.order)
    homes = homes_of(ordered, map(lookups, ordered), map(posts, ordered), fit, choose)
    return [unit for number, unit in enumerate(ordered) if homes[number] == number]


def homes_of(
    units: Sequence[Group],
    lookups: Iterable[Iterable[Hashable]],
    posts: Iterable[Iterable[Hashable]],
    fit: Fits,
    choose: Choose,
) -> list[int]:
    """As `gather`, of units in order: for each the number of the one that founded its group."""
    homes: list[int] = []
    index: defaultdict[Hashable, dict[int, Group]] = defaultdict(dict)
    for number, (unit, sought, told) in enumerate(zip(units, lookups, posts, strict=True)):
        near: dict[int, Group] = {}
        for key in sought:
            if len(bucket := index.get(key, {})) <= CROWD:
                near.update(bucket)
        home, group = chosen(number, unit, near, fit, choose)
        for key in told:
            index[key][home] = group
        if home != number:
            group.absorb(unit)
        homes.append(home)
    return homes


def chosen(
    number: int, unit: Group, near: Mapping[int, Group], fit: Fits, choose: Choose
) -> tuple[int, Group]:
    """The group, by the number of its founder, that a unit belongs to: one of those near, or its own."""
    fits = [found for _, group in sorted(near.items()) if (found := fit(unit, group))]
    home = choose(unit, fits) if fits else None
    if home is None:
        return number, unit
    return next(n for n, group in near.items() if group is home), home
