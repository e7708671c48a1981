"""The event types and their frames, as declared under `resources/events/`.

A file is one type: its meaning, its PLOVER code, an example in and one out, and frames: the words
that tell of it and the slots of their clause that hold the participants. `docs/event-types.md`
explains the keys to analysts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.extract.frame_check import Check, Pattern
from pipeline.resources import read_toml
from pipeline.schema.dataset import EVENT_TYPES, ROLES

FOLDER = Path(__file__).parent.parent / "resources" / "events"
FRAME_KINDS = ("verb", "noun", "adjective")
EVIDENCE = (
    "participant", "definite", "indefinite", "dated", "label", "happening", "light", "headline",
    "headline_head", "poss_dated", "copula", "predicate", "during", "clause", "placed", "title", "root",
)  # fmt: skip
_LISTS = (
    "words", "actor", "target", "other", "object", "subject", "not_object", "not_subject", "needs", "unless",
    "not_in", "evidence", "light", "light_preps", "needs_modifier",
)  # fmt: skip
_FLAGS = ("transitive", "ditransitive", "speech", "predicative")
_CHOICES = {"voice": ("any", "active", "passive"), "polarity": ("positive", "negative")}
_TYPE_TEXTS = ("type", "meaning", "plover_event", "plover_mode", "example_in", "example_out")
_TYPE_FLAGS = ("scene", "opens_scene", "announced", "reports_speech", "personal", "in_court")


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that tell of an event, under which conditions, and where its participants stand.

    A pattern is a sequence of word sets: for a verb the verb and words that follow in its clause,
    for a noun its modifiers and the noun. Slots are named in `pipeline.extract.clause`.
    """

    event_type: str
    kind: str
    name: str
    words: tuple[Pattern, ...]
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    object: frozenset[str]
    subject: frozenset[str]
    not_object: frozenset[str]
    not_subject: frozenset[str]
    needs: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    not_in: tuple[str, ...]
    evidence: frozenset[str]
    light: frozenset[str]
    light_preps: frozenset[str]
    needs_modifier: tuple[str, ...]
    transitive: bool
    ditransitive: bool
    speech: bool
    predicative: bool
    voice: str
    polarity: str


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of event: what it means, its PLOVER code, and its frames."""

    name: str
    meaning: str
    plover_event: str | None
    plover_mode: str | None
    example_in: str
    example_out: str
    scene: bool
    opens_scene: bool
    announced: bool
    reports_speech: bool
    personal: bool
    in_court: bool
    frames: tuple[Frame, ...]


@cache
def load_event_types(folder: Path = FOLDER) -> tuple[EventType, ...]:
    """All event types of a folder, in the contract's order.

    Raises PipelineError, naming file and line, for a file that does not read as a type.
    """
    classes = read_toml(folder / "words" / "classes.toml")
    types = [_event_type(path, classes) for path in sorted(folder.glob("*.toml"))]
    return tuple(sorted(types, key=lambda kind: (_order(kind.name), kind.name)))


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


def _order(name: str) -> int:
    return EVENT_TYPES.index(name) if name in EVENT_TYPES else len(EVENT_TYPES)


def _event_type(path: Path, classes: Mapping[str, Sequence[str]]) -> EventType:
    data = read_toml(path)
    check = Check(path, classes)
    for key in _TYPE_TEXTS:
        if not isinstance(data.get(key, ""), str):
            check.fail(key, f"{key} must be a text in quotes")
    for key in ("type", "meaning", "example_in", "example_out"):
        if not data.get(key):
            check.fail(key, f"{key} is missing")
    check.known(data, (*_TYPE_TEXTS, *_TYPE_FLAGS, *FRAME_KINDS, "not_in"))
    bars = data.get("not_in", [])
    frames = [
        _frame(check, data["type"], kind, number, {**entry, "not_in": [*bars, *entry.get("not_in", [])]})
        for kind in FRAME_KINDS
        for number, entry in enumerate(data.get(kind, []))
    ]
    return EventType(
        name=data["type"],
        meaning=data["meaning"],
        plover_event=data.get("plover_event") or None,
        plover_mode=data.get("plover_mode") or None,
        example_in=data["example_in"],
        example_out=data["example_out"],
        scene=bool(data.get("scene", False)),
        opens_scene=bool(data.get("opens_scene", False)),
        announced=bool(data.get("announced", False)),
        reports_speech=bool(data.get("reports_speech", False)),
        personal=bool(data.get("personal", False)),
        in_court=bool(data.get("in_court", False)),
        frames=tuple(frames),
    )


def _frame(check: Check, event_type: str, kind: str, number: int, entry: dict[str, Any]) -> Frame:
    check.known(entry, (*_LISTS, *_FLAGS, *_CHOICES))
    for key in _LISTS:
        value = entry.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
            check.fail(key, f"{key} must be a list of words in quotes")
    for key in _FLAGS:
        if not isinstance(entry.get(key, False), bool):
            check.fail(key, f"{key} must be true or false")
    for key, choices in _CHOICES.items():
        if entry.get(key, choices[0]) not in choices:
            check.fail(str(entry[key]), f"{key} must be one of {', '.join(choices)}")
    for word in entry.get("evidence", []):
        if word not in EVIDENCE:
            check.fail(word, f"unknown evidence '{word}'; known: {', '.join(EVIDENCE)}")
    if not entry.get("words"):
        check.fail("words", "a frame needs words")
    return Frame(
        event_type=event_type,
        kind=kind,
        name=f"{event_type}.{kind}{number + 1}",
        words=tuple(check.pattern(word) for word in entry["words"]),
        roles=tuple((role, tuple(entry.get(role, ()))) for role in ROLES),
        object=check.words(entry.get("object", ())),
        subject=check.words(entry.get("subject", ())),
        not_object=check.words(entry.get("not_object", ())),
        not_subject=check.words(entry.get("not_subject", ())),
        needs=tuple(check.pattern(word) for word in entry.get("needs", ())),
        unless=tuple(check.pattern(word) for word in entry.get("unless", ())),
        not_in=tuple(entry.get("not_in", ())),
        evidence=frozenset(entry.get("evidence", ())),
        light=frozenset(entry.get("light", ())),
        light_preps=frozenset(entry.get("light_preps", ())),
        needs_modifier=tuple(entry.get("needs_modifier", ())),
        transitive=entry.get("transitive", False),
        ditransitive=entry.get("ditransitive", False),
        speech=entry.get("speech", False),
        predicative=entry.get("predicative", False),
        voice=entry.get("voice", "any"),
        polarity=entry.get("polarity", "positive"),
    )
