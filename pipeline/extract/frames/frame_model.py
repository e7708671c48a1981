"""An event type and its frames: the words that tell of it and the slots that hold its participants."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.frames.frame_check import Pattern


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that tell of an event, under which conditions, and where its participants stand.

    A pattern is a sequence of word sets: for a verb the verb and words that follow in its clause,
    for a noun its modifiers and the noun. Slots are named in `pipeline.extract.syntax.clause`.
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
    around: tuple[str, ...]
    evidence: frozenset[str]
    light: frozenset[str]
    light_preps: frozenset[str]
    needs_modifier: tuple[str, ...]
    transitive: bool
    ditransitive: bool
    needs_subject: bool
    speech: bool
    predicative: bool
    named: bool
    endured: bool
    voice: str
    polarity: str


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of event: what it means, its PLOVER code, how its participants are found, and its frames.

    `crowd` is the role of those who gathered, `on_things` what is done to things: they are "taken" or
    "barred". Docs/event-types.md explains the rest.
    """

    name: str
    meaning: str
    plover_event: str | None
    plover_mode: str | None
    example_in: str
    example_out: str
    opens: tuple[str, ...]
    follows: tuple[str, ...]
    announced: bool
    utterance: bool
    reports_speech: bool
    personal: bool
    in_court: bool
    ordered: bool
    occasion: bool
    measured: bool
    crowd: str | None
    on_things: str | None
    frames: tuple[Frame, ...]
