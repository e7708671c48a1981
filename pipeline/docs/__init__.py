"""The pages of docs/ that are made from declarations and data."""

from pipeline.docs.pages import write_docs

__all__ = ["write_docs"]
