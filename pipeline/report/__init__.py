"""The page on which an analyst looks at events beside their sources, and decides on what is doubtful.

Python gathers the rows and writes one self-contained HTML file; what the file shows is the browser
program of `app/`, built into `pipeline/resources/report/`.
"""

from pipeline.report.document import report_page
from pipeline.report.rows import Rows, read_dataset

__all__ = ["Rows", "read_dataset", "report_page"]
