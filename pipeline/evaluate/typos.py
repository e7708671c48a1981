"""Corrections: a gold misspelling is found by a correction of it, or by one of a stretch around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.evaluate.fold import plain
from pipeline.evaluate.gold import GoldTypo
from pipeline.evaluate.scope import Scope
from pipeline.evaluate.verdict import Verdict
from pipeline.schema.dataset import Correction

__all__ = ["judge_typos"]

JUDGED_KINDS = ("spelling", "spacing", "duplicate")  # encoding and entities are no author's slips
STRETCH = 25  # characters by which a correction may be longer than the misspelling in it

Pair = tuple[str, str]


def judge_typos(scope: Scope, gold: Sequence[GoldTypo], predicted: Sequence[Correction]) -> Iterator[Verdict]:
    """Misspellings of the page repaired, missed, and right words changed."""
    starts: dict[Pair, int] = {}
    made: Counter[Pair] = Counter()
    for row in predicted:
        pair = (plain(row.original), plain(row.corrected))
        if row.kind in JUDGED_KINDS and pair[0] != pair[1]:
            made[pair] += 1
            starts.setdefault(pair, row.start)
    wanted = Counter((plain(typo.text), plain(typo.fix)) for typo in gold)
    for want, count in wanted.items():
        hits = min(count, sum(n for pair, n in made.items() if _repairs(pair, want)))
        for number in range(count):
            kind = "RIGHT" if number < hits else "MISSED"
            yield Verdict("typos", scope.page, kind, gold=_shown(want))
    for pair, count in made.items():
        if not any(_around(pair, want) for want in wanted):
            for _ in range(count):
                yield Verdict("typos", scope.page, "EXTRA", got=_shown(pair), start=starts[pair])


def _around(pair: Pair, want: Pair) -> bool:
    return want[0] in pair[0] and want[1] in pair[1]


def _repairs(pair: Pair, want: Pair) -> bool:
    return pair == want or (_around(pair, want) and len(pair[0]) < len(want[0]) + STRETCH)


def _shown(pair: Pair) -> str:
    return f"{pair[0]} -> {pair[1]}"
