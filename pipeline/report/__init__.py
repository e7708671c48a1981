"""The page on which an analyst looks at events beside their sources."""

from pipeline.report.page import report_page

__all__ = ["report_page"]
