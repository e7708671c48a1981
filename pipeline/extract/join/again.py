"""Joining once more, where some units came, changed or went: the others ask again only where it may matter.

What a unit finds depends on the groups that it meets under its keys, as they are when its turn comes. So
a unit asks again where a group under one of its keys has not the members that it had in the last run; if it
then finds another event, the keys of both events are concerned in turn, for the units that come later.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.join.groups import CROWD, Fits, Group, chosen
from pipeline.extract.join.rules import choose_across

Numbers = NDArray[np.int64]
Rebuild = Callable[[Sequence[int]], Mapping[int, Group]]
"""The groups that units were before they met any other, by their numbers."""


class Keys:
    """The keys of each unit, and the units of each key."""

    def __init__(self, values: Numbers, starts: Numbers) -> None:
        self._values, self._starts = values, starts
        self._order = np.argsort(values, kind="stable")
        self._sorted = values[self._order]
        self._owners = np.repeat(np.arange(len(starts) - 1), np.diff(starts))

    def of(self, unit: int) -> Numbers:
        """The keys of a unit."""
        return self._values[self._starts[unit] : self._starts[unit + 1]]

    def units(self, key: Any) -> Numbers:
        """The units that have a key, in order."""
        first, stop = (np.searchsorted(self._sorted, key, side) for side in ("left", "right"))
        return self._owners[self._order[first:stop]]


@dataclass(slots=True)
class Again:
    """Units in their order: which are gone, which are new, and the founder that each had in the last run.

    `homes` has -1 for new units; it ends with the founder that each has now. `touched` are then the
    founders of which something changed, whether they still found an event or not.
    """

    sought: Keys
    told: Keys
    gone: NDArray[np.bool_]
    homes: Numbers
    fit: Fits
    rebuild: Rebuild
    touched: set[int] = field(default_factory=set)
    _before: Numbers = field(init=False)
    _by_home: Numbers = field(init=False)
    _homes_sorted: Numbers = field(init=False)
    _members: dict[int, list[int]] = field(default_factory=dict)
    _groups: dict[int, Group] = field(default_factory=dict)
    _states: dict[int, tuple[Group, int]] = field(default_factory=dict)
    _queue: list[int] = field(default_factory=list)
    _queued: set[int] = field(default_factory=set)
    _keys: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._before = self.homes.copy()
        self._by_home = np.argsort(self._before, kind="stable")
        self._homes_sorted = self._before[self._by_home]

    def run(self) -> None:
        """Ask again where it may matter."""
        for unit in np.flatnonzero(self.gone | (self.homes < 0)).tolist():
            self._ask_later(unit)
        self._load(self._likely())
        while self._queue:
            unit = heappop(self._queue)
            if self.gone[unit]:
                self._concern(self.told.of(unit), unit)
                self._touch(int(self._before[unit]), unit)
            else:
                self._ask(unit)

    def whole(self, founder: int) -> Group:
        """A group with all its members; to be asked for when `run` has ended."""
        self._load(self._of(founder))
        return self._state(founder, len(self.homes))

    def _likely(self) -> list[int]:
        """Units that will be wanted for those that ask first: to have them at once is cheaper."""
        keys = {key for unit in self._queue for key in self.told.of(unit).tolist()}
        asking = {unit for key in keys for unit in self.sought.units(key).tolist()} | self._queued
        keys = {key for unit in asking for key in self.sought.of(unit).tolist()}
        met = {unit for key in keys for unit in self._few(self.told.units(key))}
        return [unit for unit in sorted(asking | met) if not self.gone[unit]]

    def _few(self, units: Numbers) -> list[int]:
        return units.tolist() if len(units) <= CROWD else []

    def _ask(self, unit: int) -> None:
        near = self._near(unit)
        members = [m for founder in near for m in self._of(founder) if m < unit]
        self._load([unit, *members])
        groups = {founder: self._state(founder, unit) for founder in near}
        home, _ = chosen(unit, self._groups[unit], groups, self.fit, choose_across)
        before = int(self.homes[unit])
        if home == before:
            return
        if before >= 0:
            self._of(before).remove(unit)
        insort(self._of(home), unit)
        self.homes[unit] = home
        self._concern(self.told.of(unit), unit)
        for founder in (home, before):
            if founder >= 0:
                self._touch(founder, unit)

    def _near(self, unit: int) -> list[int]:
        """The founders of the groups that the unit meets."""
        near: set[int] = set()
        for key in self.sought.of(unit):
            units = self.told.units(key)
            units = units[units < unit]
            founders = np.unique(self.homes[units[~self.gone[units]]])
            if len(founders) <= CROWD:
                near.update(founders.tolist())
        return sorted(near)

    def _state(self, founder: int, until: int) -> Group:
        """A group with the members that came before a unit."""
        group, taken = self._states.get(founder) or (self._groups[founder], 1)
        members = self._of(founder)
        while taken < len(members) and members[taken] < until:
            group.absorb(self._groups[members[taken]])
            taken += 1
        self._states[founder] = group, taken
        return group

    def _of(self, founder: int) -> list[int]:
        """The members of a group, in order, the founder among them."""
        if founder not in self._members:
            own = self._had(founder)
            self._members[founder] = own[~self.gone[own]].tolist()
        return self._members[founder]

    def _had(self, founder: int) -> Numbers:
        """The members that a group had in the last run."""
        first, stop = (np.searchsorted(self._homes_sorted, founder, side) for side in ("left", "right"))
        return self._by_home[first:stop]

    def _touch(self, founder: int, now: int) -> None:
        """Whatever may meet a group from now on asks again."""
        if founder not in self.touched:
            self.touched.add(founder)
            for member in self._had(founder).tolist():
                self._concern(self.told.of(member), now)

    def _concern(self, keys: Iterable[Any], now: int) -> None:
        for key in keys:
            if key not in self._keys:
                self._keys.add(key)
                for unit in self.sought.units(key).tolist():
                    if unit > now:
                        self._ask_later(unit)

    def _ask_later(self, unit: int) -> None:
        if unit not in self._queued:
            self._queued.add(unit)
            heappush(self._queue, unit)

    def _load(self, units: Iterable[int]) -> None:
        if missing := [unit for unit in units if unit not in self._groups]:
            self._groups.update(self.rebuild(missing))
