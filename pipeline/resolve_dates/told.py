"""What a date expression meant and what its clause says of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pipeline.resolve_dates.moment import Moment


class Tense(Enum):
    """When the clause of an expression plays, seen from its writer."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Clause:
    """What the words around an expression say of its time.

    `deadline`: it follows "until", "to" or "for". `apposed`: it explains the date right before it
    ("on 17 December, two days before the election"). `year_beside`: the year told right before ("in
    1980, on 12 September"). `verb`: token index of the verb that it dates. `fronted`: it opens a main
    clause of the past ("In 1986 he led"). `attribute`: it only tells a noun
    from others ("the April 2014 decree"). `event`: the date told of the event that it is counted from.
    `sentence`: where its sentence begins, as a token index. `aside`: it is in a relative clause, beside the
    story. `pluperfect`: what it dates had happened before the story's time. `reported`: somebody says so.
    `opens_block`: its paragraph begins with it. `quoted`: the paragraph is a quotation, as of a letter.
    `lasting`: what it dates goes on ("has been held since 5 May").
    """

    tense: Tense = Tense.UNKNOWN
    deadline: bool = False
    apposed: bool = False
    block_start: int = 0
    year_beside: int | None = None
    verb: int | None = None
    fronted: bool = False
    attribute: bool = False
    event: Earlier | None = None
    sentence: int | None = None
    aside: bool = False
    pluperfect: bool = False
    reported: bool = False
    opens_block: bool = False
    quoted: bool = False
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression means: first and last moment, and what they were counted from."""

    first: Moment
    last: Moment
    relative: bool = False
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """A date expression that was read before, with its clean offsets and what it meant.

    `background`: a birth, or the far end of a span; nothing is counted from it. `clause` is the one
    that it stood in.
    """

    start: int
    end: int
    text: str
    first: Moment
    last: Moment
    relative: bool
    background: bool
    clause: Clause
