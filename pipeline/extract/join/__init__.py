"""One event, many tellings: unites the tellings of one event, in an item, over items and over pages."""

from pipeline.extract.join.unite import group_of, join, join_group

__all__ = ["group_of", "join", "join_group"]
