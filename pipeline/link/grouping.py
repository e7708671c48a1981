"""From pairwise verdicts to groups, whatever the order of the input."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from pipeline.link.comparison import DOUBTFUL, Verdict

Judge = Callable[[int, int], Verdict]
Doubt = tuple[int, int, Verdict]

_MEMBERS_CHECKED = 40


class Groups:
    """Disjoint sets of the numbers 0..n-1; the smallest member stands for its group."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))
        self._members = [[i] for i in range(count)]

    def find(self, i: int) -> int:
        """The member that stands for the group of i."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def members(self, i: int) -> list[int]:
        """All members of the group of i, in order of joining."""
        return self._members[self.find(i)]

    def join(self, i: int, j: int) -> None:
        """Make the groups of i and j one."""
        a, b = sorted((self.find(i), self.find(j)))
        if a != b:
            self._parent[b] = a
            self._members[a] += self._members[b]
            self._members[b] = []

    def parts(self) -> tuple[list[list[int]], list[int]]:
        """The members of each group, groups by who stands for them; and for each number its group's index."""
        roots = [self.find(i) for i in range(len(self._parent))]
        index = {root: n for n, root in enumerate(sorted(set(roots)))}
        return [self._members[root] for root in index], [index[root] for root in roots]


def group(
    count: int,
    pairs: Iterable[tuple[int, int]],
    judge: Judge,
    same: float,
    forced: Sequence[tuple[int, int]] = (),
    detail: Callable[[int], tuple[int, ...]] = lambda i: (),
) -> tuple[Groups, list[Doubt]]:
    """Join what the judge calls the same (score from `same` on) unless members contradict each other.

    Names that say equally much are joined first, best pairs first. A name that says less ("M. Vouk")
    then follows the fuller ones that it fits, the most detailed first; where these are several
    entities it stays alone, and each pair is returned as a doubt. Numbers must follow the content
    of the names, not their order in the input.
    """
    groups = Groups(count)
    for i, j in forced:
        groups.join(i, j)
    verdicts = {pair: judge(*pair) for pair in sorted(set(pairs))}
    doubts: list[Doubt] = [(i, j, v) for (i, j), v in verdicts.items() if DOUBTFUL <= v.score < same]
    equal = sorted((-v.score, i, j) for (i, j), v in verdicts.items() if v.score >= same and not v.fuller)
    for negative, i, j in equal:
        if not _join(groups, judge, i, j):
            doubts.append((i, j, Verdict(-negative, "fits, but others of its forms contradict")))
    doubts += _follow(groups, verdicts, judge, same, detail)
    return groups, [d for d in doubts if not _settled(groups, detail, *d)]


def _settled(
    groups: Groups, detail: Callable[[int], tuple[int, ...]], i: int, j: int, verdict: Verdict
) -> bool:
    """Whether the less telling name of a doubtful pair has found a fuller one, or both have met."""
    if groups.find(i) == groups.find(j):
        return True
    low = (i if verdict.fuller > 0 else j) if verdict.fuller else None
    return low is not None and any(detail(m) > detail(low) for m in groups.members(low))


def _follow(
    groups: Groups,
    verdicts: dict[tuple[int, int], Verdict],
    judge: Judge,
    same: float,
    detail: Callable[[int], tuple[int, ...]],
) -> list[Doubt]:
    """Let each less telling name follow the one entity that it fits."""
    fuller: dict[int, list[tuple[int, Verdict]]] = defaultdict(list)
    for (i, j), verdict in verdicts.items():
        if verdict.score >= same and verdict.fuller:
            low, high = (i, j) if verdict.fuller > 0 else (j, i)
            fuller[low].append((high, verdict))
    doubts: list[Doubt] = []
    levels: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for low in sorted(fuller):
        levels[detail(low)].append(low)
    for level in sorted(levels, reverse=True):
        decided = [(low, _targets(groups, low, fuller[low])) for low in levels[level]]
        for low, targets in decided:
            if len(targets) == 1 and _join(groups, judge, low, targets[0][0]):
                continue
            doubts += [(low, high, _shared(v, len(targets))) for high, v in targets]
    return doubts


def _shared(verdict: Verdict, count: int) -> Verdict:
    """The verdict on a name that fits several entities alike."""
    score = max(DOUBTFUL, verdict.score / max(1, count))
    return Verdict(score, f"{verdict.reason}; fits {count} entities", verdict.fuller)


def _targets(groups: Groups, low: int, highs: list[tuple[int, Verdict]]) -> list[tuple[int, Verdict]]:
    """One fuller name for each group that the name could follow; none where it is in one already."""
    best: dict[int, tuple[int, Verdict]] = {}
    for high, verdict in sorted(highs, key=lambda h: (-h[1].score, h[0])):
        best.setdefault(groups.find(high), (high, verdict))
    best.pop(groups.find(low), None)
    return [best[root] for root in sorted(best)]


def _join(groups: Groups, judge: Judge, i: int, j: int) -> bool:
    if groups.find(i) == groups.find(j):
        return True
    left, right = groups.members(i)[:_MEMBERS_CHECKED], groups.members(j)[:_MEMBERS_CHECKED]
    if any(judge(a, b).conflict for a in left for b in right):
        return False
    groups.join(i, j)
    return True
