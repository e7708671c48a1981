"""pages → items, rejected spans; with the decisions of curation/items.csv."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.costs import Outcome
from pipeline.curation import curate_items, load_decisions
from pipeline.memo import Memo
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.progress import tracked
from pipeline.remembered import found_in_pages
from pipeline.schema.dataset import DecisionRow, RejectedSpan
from pipeline.schema.flow import RawItem, SourcePage
from pipeline.segment import segment_page
from pipeline.storage.tables import count_rows, read_rows, write_rows

Output = tuple[list[RawItem], list[RejectedSpan]]


def run(paths: Paths, params: Params) -> Outcome:
    """Cut every readable page into items."""
    decisions = load_decisions(paths.curation, "items")
    rejected: list[RejectedSpan] = []
    decided: list[DecisionRow] = []

    pages = count_rows(paths.stage("pages"))
    memo = Memo(paths.memo)
    cut = found_in_pages("segment", (RawItem, RejectedSpan), _segment, _inputs(paths), memo, params)

    def items() -> Iterator[RawItem]:
        results = zip(_pages(paths), tracked(cut, pages, "segment"), strict=True)
        for page, (found, left_out) in results:
            about = [d for d in decisions if d["page_id"] == page.page_id]
            curated, outcomes = curate_items(page, found, about, lambda part: segment_page(part)[0])
            rejected.extend(left_out)
            decided.extend(outcome.row for outcome in outcomes)
            yield from curated

    count = write_rows(paths.stage("items"), RawItem, items())
    write_rows(paths.stage("rejected"), RejectedSpan, rejected)
    lines = {row.line for row in decided}
    decided += [d.lost("no such page was read").row for d in decisions if d.line not in lines]
    write_rows(paths.stage("decided_items"), DecisionRow, decided)
    return Outcome(
        f"{count} items, {len(rejected)} stretches that are no item", pages, memo.asked - memo.computed
    )


def _pages(paths: Paths) -> Iterator[SourcePage]:
    return (page for page in read_rows(paths.stage("pages"), SourcePage) if page.problem is None)


def _inputs(paths: Paths) -> Iterator[tuple[SourcePage]]:
    return ((page,) for page in _pages(paths))


def _segment(inputs: list[tuple[SourcePage]]) -> list[Output]:
    return [segment_page(page) for (page,) in inputs]
