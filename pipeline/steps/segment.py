"""pages → items, rejected spans; with the decisions of curation/items.csv."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.costs import Outcome
from pipeline.curation import Decision, curate_items, load_decisions
from pipeline.parallel import ordered_map
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.progress import tracked
from pipeline.schema.dataset import DecisionRow, RejectedSpan
from pipeline.schema.flow import RawItem, SourcePage
from pipeline.segment import segment_page
from pipeline.storage.tables import count_rows, read_rows, write_rows

Input = tuple[SourcePage, list[Decision]]
Output = tuple[list[RawItem], list[RejectedSpan], list[DecisionRow]]


def run(paths: Paths, params: Params) -> Outcome:
    """Cut every readable page into items."""
    decisions = load_decisions(paths.curation, "items")
    rejected: list[RejectedSpan] = []
    decided: list[DecisionRow] = []

    pages = count_rows(paths.stage("pages"))
    results = ordered_map(_segment, _inputs(paths, decisions), params)

    def items() -> Iterator[RawItem]:
        for found, left_out, outcomes in tracked(results, pages, "segment"):
            rejected.extend(left_out)
            decided.extend(outcomes)
            yield from found

    count = write_rows(paths.stage("items"), RawItem, items())
    write_rows(paths.stage("rejected"), RejectedSpan, rejected)
    lines = {row.line for row in decided}
    decided += [d.lost("no such page was read").row for d in decisions if d.line not in lines]
    write_rows(paths.stage("decided_items"), DecisionRow, decided)
    return Outcome(f"{count} items, {len(rejected)} stretches that are no item", pages)


def _inputs(paths: Paths, decisions: list[Decision]) -> Iterator[Input]:
    for page in read_rows(paths.stage("pages"), SourcePage):
        if page.problem is None:
            yield page, [d for d in decisions if d["page_id"] == page.page_id]


def _segment(inputs: list[Input]) -> list[Output]:
    return [_segment_one(page, decisions) for page, decisions in inputs]


def _segment_one(page: SourcePage, decisions: list[Decision]) -> Output:
    items, rejected = segment_page(page)
    curated, outcomes = curate_items(page, items, decisions, lambda part: segment_page(part)[0])
    return curated, rejected, [outcome.row for outcome in outcomes]
