"""raw/ → pages: files decoded, with title, language, address and day of saving where known."""

from pipeline.read.pages import read_pages

__all__ = ["read_pages"]
