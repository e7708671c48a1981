"""The dataset in the formats of other tools: spreadsheets, databases, maps, graphs, FollowTheMoney."""

from pipeline.export.formats import FORMATS, default_name, export

__all__ = ["FORMATS", "default_name", "export"]
