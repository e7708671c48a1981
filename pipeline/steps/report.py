"""dataset and doubtful pairs → output/report.html."""

from pipeline.costs import Outcome
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.report import read_dataset, report_page
from pipeline.storage.files import write_text


def run(paths: Paths, params: Params) -> Outcome:
    """Write the review page."""
    write_text(paths.report, report_page(read_dataset(paths.dataset, paths.stage("doubtful"))))
    return Outcome(f"{paths.report}", 0)
