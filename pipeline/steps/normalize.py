"""pages, items → clean items, corrections."""

from pipeline.costs import Outcome, counted
from pipeline.jobs import PageRows, over_workers
from pipeline.kept import keep_in
from pipeline.normalize import load_words, normalize_page
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.remembered import PageStage, Source, make_tables
from pipeline.schema.dataset import Correction
from pipeline.schema.flow import CleanItem, RawItem, SourcePage
from pipeline.stage_pages import stage_pages
from pipeline.storage.tables import count_rows
from pipeline.versions import stage_version


def run(paths: Paths, params: Params) -> Outcome:
    """Make the repaired reading of every item."""
    keep_in(paths.cache)
    pages = paths.stage("pages")
    stage = PageStage(
        "normalize",
        stage_version("normalize"),
        (
            Source(SourcePage, stage_pages(paths, "pages", SourcePage)),
            Source(RawItem, stage_pages(paths, "items", RawItem)),
        ),
        {"clean": CleanItem, "corrections": Correction},
    )
    made = make_tables(
        stage, over_workers(_normalize, stage.classes, params, load_words), paths, count_rows(pages)
    )
    return Outcome(
        f"{counted(made.rows['clean'], 'item')} read, {counted(made.rows['corrections'], 'correction')}",
        made.read,
        made.remembered,
    )


def _normalize(pages: list[PageRows]) -> list[PageRows]:
    return [normalize_page(page, items) if page.problem is None else ([], []) for (page,), items in pages]
