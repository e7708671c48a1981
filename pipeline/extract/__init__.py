"""Events: what happened, when, where, by whom, to whom, told by which sentences."""

from pipeline.extract.frames import load_event_types
from pipeline.extract.join import join
from pipeline.extract.tell import tell

__all__ = ["join", "load_event_types", "tell"]
