"""clean items, parses → dates."""

from operator import attrgetter

from pipeline.costs import Outcome
from pipeline.jobs import PageRows, over_workers
from pipeline.kept import keep_in
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.remembered import PageStage, Source, make_tables
from pipeline.resolve_dates import load_rules, resolve_dates
from pipeline.schema.flow import CleanItem, DateMention, Parse
from pipeline.stage_pages import stage_pages
from pipeline.storage.cogroup import cogroup, only
from pipeline.storage.tables import count_rows
from pipeline.versions import stage_version


def run(paths: Paths, params: Params) -> Outcome:
    """Read every date expression."""
    keep_in(paths.cache)
    reads = {"clean": CleanItem, "parses": Parse}
    stage = PageStage(
        "resolve_dates",
        stage_version("resolve_dates"),
        tuple(Source(row, stage_pages(paths, name, row)) for name, row in reads.items()),
        {"dates": DateMention},
    )
    items = count_rows(paths.stage("clean"))
    made = make_tables(stage, over_workers(_resolve, stage.classes, params, load_rules), paths, items)
    return Outcome(f"{made.rows['dates']} date expressions", made.read, made.remembered)


def _resolve(pages: list[PageRows]) -> list[PageRows]:
    return [(_dates_of_page(*page),) for page in pages]


def _dates_of_page(items: list[CleanItem], parses: list[Parse]) -> list[DateMention]:
    pairs = cogroup(items, attrgetter("item_id"), parses)
    return [date for item, (found,) in pairs for date in resolve_dates(item, only(found, item.item_id))]
