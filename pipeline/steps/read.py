"""raw/ → pages."""

from pipeline.costs import Outcome
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.read import read_pages
from pipeline.schema.flow import SourcePage
from pipeline.storage.tables import write_rows


def run(paths: Paths, params: Params) -> Outcome:
    """Decode every page under raw/."""
    count = write_rows(paths.stage("pages"), SourcePage, read_pages(paths.raw))
    return Outcome(f"{count} pages", count)
