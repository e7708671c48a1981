"""Made-up pages: deterministic, any number, page n the same however many there are."""

from benchmarks.corpus.pages import Page, Size, page, write_corpus

__all__ = ["Page", "Size", "page", "write_corpus"]
