"""What each rule for names adds and costs: the stages are run again without it, as a Markdown table.

    python -m benchmarks.ablation [FOLDER ...]

Each FOLDER holds `pages` and `labels`; tests/gold alone if none is named. Items are the pipeline's own.
Every line leaves out one rule: later rules may then claim its words, and linking sees the rest. "Adds" is
what is right only with the rule, "costs" what is wrong only with it, net over all names of the pages.
"""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.evaluate.compare import Comparison
from pipeline.evaluate.figures import figure
from pipeline.evaluate.labels import read_gold
from pipeline.evaluate.predicted import read_dataset
from pipeline.evaluate.verdict import COUNTS, Verdict
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.recognize import RULES, recognize
from pipeline.schema.dataset import ENTITY_KINDS, DecisionRow, Event
from pipeline.schema.flow import CleanItem, DateMention, Mention, Parse, ToldEvent
from pipeline.steps import link, normalize, publish, read, segment
from pipeline.steps import recognize as recognize_step
from pipeline.storage.tables import read_rows, write_rows

Counts = dict[str, Counter[str]]  # verdicts by kind of name


def main(folders: Sequence[Path]) -> None:
    """Print the table."""
    with TemporaryDirectory() as folder:
        paths = _prepared(Path(folder), folders)
        rows = list(_effects(paths))
    print("| Rule | Adds | Costs | Person F1 | Organisation F1 | Place F1 |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for row in rows:
        print("| " + " | ".join(row) + " |")


def _prepared(folder: Path, sources: Sequence[Path]) -> Paths:
    """All pages and labels in one place, run as far as names go, with no dates and events."""
    paths = Paths(folder / "raw", folder / "output", folder / "no-curation", folder / "labels")
    for source in sources:
        shutil.copytree(source / "pages", paths.raw, dirs_exist_ok=True)
        shutil.copytree(source / "labels", paths.gold, dirs_exist_ok=True)
    for step in (read, segment, normalize, recognize_step):
        step.run(paths, Params(executor="serial"))
    write_rows(paths.stage("dates"), DateMention, [])
    write_rows(paths.stage("tellings"), ToldEvent, [])
    write_rows(paths.stage("events"), Event, [])
    write_rows(paths.stage("decided_events"), DecisionRow, [])
    return paths


def _effects(paths: Paths) -> Iterator[tuple[str, ...]]:
    whole = _counts(paths, frozenset())
    yield "*all rules*", "", "", *(f"{_f1(whole[kind]):.3f}" for kind in ENTITY_KINDS)
    effects = [(rule.name, _counts(paths, frozenset((rule.name,)))) for rule in RULES]
    for name, rest in sorted(effects, key=lambda pair: (_right(pair[1]) - _wrong(pair[1]), pair[0])):
        changes = (_f1(whole[kind]) - _f1(rest[kind]) for kind in ENTITY_KINDS)
        adds, costs = _right(whole) - _right(rest), _wrong(whole) - _wrong(rest)
        yield f"`{name}`", f"{adds:+d}", f"{costs:+d}", *(f"{change:+.3f}" for change in changes)


def _counts(paths: Paths, without: frozenset[str]) -> Counts:
    """Verdicts on the names of all pages, linked and published by the real stages."""
    items = list(read_rows(paths.stage("clean"), CleanItem))
    parses = list(read_rows(paths.stage("parses"), Parse))
    write_rows(paths.stage("mentions"), Mention, recognize(items, parses, without))
    link.run(paths, Params())
    publish.run(paths, Params())
    comparison = Comparison(read_dataset(paths.dataset), read_gold(paths.gold))
    counts: Counts = {kind: Counter() for kind in ENTITY_KINDS}
    for judgement in comparison.judgements():
        if isinstance(judgement, Verdict) and judgement.area in counts:
            counts[judgement.area][judgement.kind] += 1
    return counts


def _f1(counts: Counter[str]) -> float:
    return figure(counts).f1


def _right(counts: Counts) -> int:
    return sum(kinds["RIGHT"] for kinds in counts.values())


def _wrong(counts: Counts) -> int:
    return sum(
        COUNTS[kind][1] * n for kinds in counts.values() for kind, n in kinds.items() if kind != "RIGHT"
    )


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]] or [Path("tests/gold")])
