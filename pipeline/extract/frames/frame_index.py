"""The frames of all event types by their words, the most specific first."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pipeline.extract.frames.declared import Frame, load_event_types
from pipeline.extract.frames.frame_check import Pattern

_FOUND_AROUND = 4  # what the sentences beside say weighs more than all conditions in the clause
KINDS = ("verb", "noun", "adjective")


@cache
def frames_by_word(kind: str) -> Mapping[str, tuple[tuple[Frame, Pattern], ...]]:
    """Frames by the word that is looked up first: a verb's first word, a noun's last."""
    found: dict[str, list[tuple[Frame, Pattern]]] = {}
    for event_type in load_event_types():
        for frame in event_type.frames:
            if frame.kind != kind:
                continue
            for pattern in frame.words:
                for word in pattern[-1] if kind == "noun" else pattern[0]:
                    found.setdefault(word, []).append((frame, pattern))
    return {word: tuple(sorted(pairs, key=_specific)) for word, pairs in found.items()}


@cache
def words_of_frames() -> frozenset[str]:
    """All words that some frame is looked up by: most words of a text are none."""
    return frozenset().union(*(frames_by_word(kind).keys() for kind in KINDS))


def _specific(pair: tuple[Frame, Pattern]) -> tuple[int, int]:
    frame, pattern = pair
    conditions = sum(map(bool, (frame.object, frame.subject, frame.needs, frame.polarity == "negative")))
    return -len(pattern), -conditions - _FOUND_AROUND * bool(frame.around)
