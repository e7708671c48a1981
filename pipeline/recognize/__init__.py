"""Mentions of people, organisations and places, and the parses that later stages read."""

from pipeline.recognize.model import DEFAULT_MODEL, PARSE_SOURCES, load_model, parse_items
from pipeline.recognize.recognize import recognize, recognize_pages
from pipeline.recognize.rules import RULES

__all__ = [
    "DEFAULT_MODEL",
    "PARSE_SOURCES",
    "RULES",
    "load_model",
    "parse_items",
    "recognize",
    "recognize_pages",
]
