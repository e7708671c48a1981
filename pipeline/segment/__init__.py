"""pages → items: a page cut into its pieces of news by evidence that many layouts share."""

from pipeline.segment.page import segment_page

__all__ = ["segment_page"]
