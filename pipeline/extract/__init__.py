"""Events: what happened, when, where, by whom, to whom, told by which sentences."""

from pipeline.extract.frames.declared import load_event_types
from pipeline.extract.frames.plover import coded
from pipeline.extract.join import group_of, join, join_group
from pipeline.extract.tell import tell

__all__ = ["coded", "group_of", "join", "join_group", "load_event_types", "tell"]
