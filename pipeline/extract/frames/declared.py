"""The event types and their frames, as declared under `resources/events/`.

A file is one type: its meaning, its PLOVER code, an example in and one out, and frames: the words
that tell of it and the slots of their clause that hold the participants. `docs/event-types.md`
explains the keys to analysts.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pipeline.extract.frames.frame_model import EventType, Frame
from pipeline.extract.frames.frame_reader import event_type
from pipeline.resources import read_toml
from pipeline.schema.dataset import EVENT_TYPES

__all__ = [
    "FOLDER",
    "EventType",
    "Frame",
    "event_types_by_name",
    "load_event_types",
    "load_kinds",
    "load_offices",
    "load_synonyms",
    "load_words",
    "utterance_verbs",
]

FOLDER = Path(__file__).parents[2] / "resources" / "events"


@cache
def load_event_types(folder: Path = FOLDER) -> tuple[EventType, ...]:
    """All event types of a folder, in the contract's order.

    Raises PipelineError, naming file and line, for a file that does not read as a type.
    """
    classes = read_toml(folder / "words" / "classes.toml")
    types = [event_type(path, classes) for path in sorted(folder.glob("*.toml"))]
    return tuple(sorted(types, key=lambda kind: (_order(kind.name), kind.name)))


@cache
def event_types_by_name() -> Mapping[str, EventType]:
    """The event types by their names."""
    return {kind.name: kind for kind in load_event_types()}


@cache
def utterance_verbs() -> frozenset[str]:
    """The verbs by which something is said, asked or written."""
    frames = (frame for kind in load_event_types() if kind.utterance for frame in kind.frames)
    words = (pattern[0] for frame in frames if frame.kind == "verb" for pattern in frame.words)
    return frozenset().union(*words)


@cache
def load_words(name: str, folder: Path = FOLDER) -> Mapping[str, frozenset[str]]:
    """The word lists of `words/NAME.toml`, in lower case."""
    return {
        key: frozenset(map(str, words)) for key, words in read_toml(folder / "words" / f"{name}.toml").items()
    }


@cache
def load_synonyms(folder: Path = FOLDER) -> Mapping[str, tuple[str, ...]]:
    """Nouns by which the same person or body may be called again, from `words/synonyms.toml`."""
    groups = read_toml(folder / "words" / "synonyms.toml")["groups"]
    return {noun: tuple(other for other in group if other != noun) for group in groups for noun in group}


@cache
def load_offices(folder: Path = FOLDER) -> Mapping[str, frozenset[str]]:
    """Words in the names of the bodies that the holders of offices lead, from `words/synonyms.toml`."""
    return _words_by_noun("offices", folder)


@cache
def load_kinds(folder: Path = FOLDER) -> Mapping[str, frozenset[str]]:
    """Words in the names of bodies that show of which kind they are, from `words/synonyms.toml`."""
    return _words_by_noun("kinds", folder)


def _words_by_noun(table: str, folder: Path) -> Mapping[str, frozenset[str]]:
    listed = read_toml(folder / "words" / "synonyms.toml")[table]
    return {noun: frozenset(words) for noun, words in listed.items()}


def _order(name: str) -> int:
    return EVENT_TYPES.index(name) if name in EVENT_TYPES else len(EVENT_TYPES)
