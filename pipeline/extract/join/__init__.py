"""One event, many tellings: unites the tellings of one event, in an item, over items and over pages."""

from pipeline.extract.join.unite import join

__all__ = ["join"]
