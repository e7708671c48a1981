"""The PLOVER code of an event by what is said of it.

A type has one code, but a statement accuses, supports or consults by what it says, a protest has
its mode (hunger, strike, ...), and a death is an assault only where somebody killed. Source: the
codebook of PLOVER (Halterman and others, 2023); the words are in `resources/events/words/plover.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pipeline.extract.frames.declared import FOLDER
from pipeline.resources import read_toml
from pipeline.schema.dataset import Event

_LONGEST = 2000  # characters read of a sentence that may be no sentence at all


@dataclass(frozen=True, slots=True)
class Code:
    """A code and the words that call for it; None leaves what the type has, an empty text takes it away."""

    event: str | None
    mode: str | None
    words: re.Pattern[str]
    in_sentence: bool


def coded(event: Event) -> Event:
    """The event with the PLOVER event and mode that its best telling calls for."""
    codes = _codes().get(event.event_type, ())
    code = _first(codes, event.trigger) or _first(
        [code for code in codes if code.in_sentence], event.sentence[:_LONGEST]
    )
    if code is None:
        return event
    plover_event = event.plover_event if code.event is None else code.event or None
    plover_mode = event.plover_mode if code.mode is None else code.mode or None
    return replace(event, plover_event=plover_event, plover_mode=plover_mode)


def _first(codes: Sequence[Code], text: str) -> Code | None:
    return next((code for code in codes if code.words.search(text)), None)


@cache
def _codes() -> Mapping[str, tuple[Code, ...]]:
    entries = read_toml(FOLDER / "words" / "plover.toml")
    return {kind: tuple(_code(entry) for entry in listed) for kind, listed in entries.items()}


def _code(entry: Mapping[str, object]) -> Code:
    words, event, mode = entry["words"], entry.get("event"), entry.get("mode")
    assert isinstance(words, list)
    return Code(
        None if event is None else str(event),
        None if mode is None else str(mode),
        _pattern([str(word) for word in words]),
        bool(entry.get("sentence", False)),
    )


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Any of the words, whole; `*` stands for the rest of a word."""
    parts = (re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
