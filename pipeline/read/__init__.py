"""raw/ → pages: files decoded, with title, language, address and day of saving where known."""

from pipeline.read.pages import PageFile, page_files, read_page, read_pages

__all__ = ["PageFile", "page_files", "read_page", "read_pages"]
