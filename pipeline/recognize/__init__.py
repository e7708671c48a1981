"""Mentions of people, organisations and places, and the parses that later stages read."""

from pipeline.recognize.known import Known
from pipeline.recognize.lexica.knowledge import load_knowledge
from pipeline.recognize.model.installed import require_model
from pipeline.recognize.model.reader import DEFAULT_MODEL, PARSE_SOURCES, load_model, parse_items
from pipeline.recognize.phases import KEPT, Part, capitals_of, phases_of
from pipeline.recognize.recognize import recognize, recognize_pages
from pipeline.recognize.rules import RULES

__all__ = [
    "DEFAULT_MODEL",
    "KEPT",
    "PARSE_SOURCES",
    "RULES",
    "Known",
    "Part",
    "capitals_of",
    "load_knowledge",
    "load_model",
    "parse_items",
    "phases_of",
    "recognize",
    "recognize_pages",
    "require_model",
]
