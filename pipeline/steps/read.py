"""raw/ → pages."""

from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.read import read_pages
from pipeline.schema.flow import SourcePage
from pipeline.storage import write_rows


def run(paths: Paths, params: Params) -> str:
    """Decode every page under raw/."""
    count = write_rows(paths.stage("pages"), SourcePage, read_pages(paths.raw))
    return f"{count} pages"
