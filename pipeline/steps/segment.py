"""pages → items, rejected spans; with the decisions of curation/items.csv."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from pipeline.costs import Outcome, counted
from pipeline.curation import Decision, curate_items, load_decisions
from pipeline.jobs import PageRows, over_workers
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.remembered import PageStage, Source, make_tables
from pipeline.schema.dataset import DecisionRow, RejectedSpan
from pipeline.schema.flow import RawItem, SourcePage
from pipeline.segment import segment_page
from pipeline.stage_pages import stage_pages
from pipeline.storage.tables import count_rows, read_rows
from pipeline.versions import stage_version

_IS_ID = "`page_id` is that of the table `pages`"


def run(paths: Paths, params: Params) -> Outcome:
    """Cut every readable page into items."""
    decisions = load_decisions(paths.curation, "items")
    pages = paths.stage("pages")
    stage = PageStage(
        "segment",
        stage_version("segment", repr([(d.line, d.decision, sorted(d.cells.items())) for d in decisions])),
        (Source(SourcePage, stage_pages(paths, "pages", SourcePage)),),
        {"items": RawItem, "rejected": RejectedSpan, "decided_items": DecisionRow},
    )
    spread = over_workers(partial(_segment, decisions=decisions), stage.classes, params)
    lost = {"decided_items": _lost(decisions, paths)}
    made = make_tables(stage, spread, paths, count_rows(pages), lost)
    return Outcome(
        f"{counted(made.rows['items'], 'item')}, "
        f"{counted(made.rows['rejected'], 'stretch', 'stretches')} of text in none",
        made.read,
        made.remembered,
    )


def _lost(decisions: Sequence[Decision], paths: Paths) -> list[DecisionRow]:
    if not decisions:
        return []
    pages = read_rows(paths.stage("pages"), SourcePage)
    read = {page.page_id for page in pages if page.problem is None}
    lost = (decision for decision in decisions if decision["page_id"] not in read)
    return [decision.lost(f"no page {decision['page_id']!r} was read; {_IS_ID}").row for decision in lost]


def _segment(pages: list[PageRows], decisions: Sequence[Decision]) -> list[PageRows]:
    return [_segment_page(page, decisions) for ((page,),) in pages]


def _segment_page(page: SourcePage, decisions: Sequence[Decision]) -> PageRows:
    if page.problem is not None:
        return [], [], []
    found, left_out = segment_page(page)
    about = [d for d in decisions if d["page_id"] == page.page_id]
    curated, left_out, outcomes = curate_items(
        page, found, left_out, about, lambda part: segment_page(part)[0]
    )
    return curated, left_out, [outcome.row for outcome in outcomes]
