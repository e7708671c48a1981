"""A trigger that a frame has found: the words that may tell of an event."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.frames.declared import EventType, Frame, event_types_by_name


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame that fits at a token; `first` to `last` are the trigger's tokens, both inside.

    `carrier` is the verb that carries a noun ('HELD a picket') or the verb itself; `evidence` is
    what spoke for it; `used` are the tokens of its pattern; `passive` is how the verb was read.
    """

    frame: Frame
    head: int
    first: int
    last: int
    carrier: int | None
    evidence: frozenset[str]
    used: tuple[int, ...]
    passive: bool

    @property
    def kind(self) -> EventType:
        """The type of the event, as it is declared."""
        return event_types_by_name()[self.frame.event_type]

    @property
    def is_utterance(self) -> bool:
        """True where somebody says or writes something: a statement, an appeal."""
        return self.kind.utterance
