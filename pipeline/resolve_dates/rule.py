"""What a rule of the grammar is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.resolve_dates.context import Expression
from pipeline.resolve_dates.surroundings import Surroundings

Read = Callable[[re.Match[str]], Expression | None]
Guard = Callable[[re.Match[str], Surroundings], bool]
End = Callable[[re.Match[str], Surroundings], int]


def always(match: re.Match[str], around: Surroundings) -> bool:
    """The guard of a form that nothing else looks like."""
    return True


def no_serial(match: re.Match[str], around: Surroundings) -> bool:
    """The guard of numbers that may be those of a law, a case or a room."""
    return not around.is_serial(match.start())


def no_duration(match: re.Match[str], around: Surroundings) -> bool:
    """The guard of counted days and years that may be a length of time."""
    return not around.measures(match.start())


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of date expression.

    `read` tells what the matched words say, or None where they are no date after all; `guard`
    looks at the words around them. The expression is the pattern's group `x`, else all of it.
    `anchored_only`: the words name a time only where there is something to count from. `end` gives
    the clean offset at which the expression ends where only the sentence's structure tells.
    """

    name: str
    pattern: re.Pattern[str]
    read: Read
    guard: Guard = always
    anchored_only: bool = False
    end: End | None = None

    def span(self, match: re.Match[str], around: Surroundings) -> tuple[int, int]:
        """Clean offsets of the expression itself."""
        start, end = match.span("x") if "x" in self.pattern.groupindex else match.span()
        return start, self.end(match, around) if self.end else end
