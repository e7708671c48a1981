"""Reads one file of `resources/events/` as an event type; docs/event-types.md explains the keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.extract.frames.frame_check import Check
from pipeline.extract.frames.frame_model import EventType, Frame
from pipeline.resources import read_toml
from pipeline.schema.dataset import ROLES

FRAME_KINDS = ("verb", "noun", "adjective")
EVIDENCE = (
    "participant", "definite", "indefinite", "dated", "label", "happening", "light", "headline",
    "headline_head", "poss_dated", "copula", "predicate", "during", "clause", "placed", "title", "root",
    "manner",
)  # fmt: skip
_LISTS = (
    "words", "actor", "target", "other", "object", "subject", "not_object", "not_subject", "needs", "unless",
    "not_in", "around", "evidence", "light", "light_preps", "needs_modifier",
)  # fmt: skip
_FLAGS = ("transitive", "ditransitive", "needs_subject", "speech", "predicative", "named", "endured")
_CHOICES = {"voice": ("any", "active", "passive"), "polarity": ("positive", "negative")}
_TYPE_TEXTS = ("type", "meaning", "plover_event", "plover_mode", "example_in", "example_out")
_TYPE_FLAGS = (
    "announced", "utterance", "reports_speech", "personal", "in_court", "ordered", "occasion", "measured",
)  # fmt: skip
_TYPE_CHOICES = {"crowd": ("actor", "target"), "on_things": ("taken", "barred")}
_OCCASIONS = {"opens": ("scene", "court", "gathering"), "follows": ("scene", "series", "court", "gathering")}


def event_type(path: Path, classes: Mapping[str, Sequence[str]]) -> EventType:
    """The type of a file; PipelineError names file and line of what does not read."""
    data = read_toml(path)
    check = Check(path, classes)
    for key in _TYPE_TEXTS:
        if not isinstance(data.get(key, ""), str):
            check.fail(key, f"{key} must be a text in quotes")
    for key in ("type", "meaning", "example_in", "example_out"):
        if not data.get(key):
            check.fail(key, f"{key} is missing")
    check.known(data, (*_TYPE_TEXTS, *_TYPE_FLAGS, *_TYPE_CHOICES, *_OCCASIONS, *FRAME_KINDS, "not_in"))
    for key in _TYPE_FLAGS:
        if not isinstance(data.get(key, False), bool):
            check.fail(key, f"{key} must be true or false")
    for key, values in _TYPE_CHOICES.items():
        if key in data and data[key] not in values:
            check.fail(key, f"{key} must be one of {', '.join(values)}")
    for key, choices in _OCCASIONS.items():
        for word in data.get(key, ()):
            if word not in choices:
                check.fail(str(word), f"{key} may hold {', '.join(choices)}")
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
        opens=tuple(data.get("opens", ())),
        follows=tuple(data.get("follows", ())),
        announced=data.get("announced", False),
        utterance=data.get("utterance", False),
        reports_speech=data.get("reports_speech", False),
        personal=data.get("personal", False),
        in_court=data.get("in_court", False),
        ordered=data.get("ordered", False),
        occasion=data.get("occasion", False),
        measured=data.get("measured", False),
        crowd=data.get("crowd"),
        on_things=data.get("on_things"),
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
        around=tuple(entry.get("around", ())),
        evidence=frozenset(entry.get("evidence", ())),
        light=frozenset(entry.get("light", ())),
        light_preps=frozenset(entry.get("light_preps", ())),
        needs_modifier=tuple(entry.get("needs_modifier", ())),
        transitive=entry.get("transitive", False),
        ditransitive=entry.get("ditransitive", False),
        needs_subject=entry.get("needs_subject", False),
        speech=entry.get("speech", False),
        predicative=entry.get("predicative", False),
        named=entry.get("named", False),
        endured=entry.get("endured", False),
        voice=entry.get("voice", "any"),
        polarity=entry.get("polarity", "positive"),
    )
