"""What is wrong with a dataset, one line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

MOST = 100  # findings of one sort that are told one by one; of the rest only the number


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A break of the contract: the table, the key of the row (empty for the whole table), what is wrong."""

    table: str
    key: str
    problem: str

    def __str__(self) -> str:
        """One line, whatever the values hold."""
        place = f"{self.table} {self.key}" if self.key else self.table
        return f"{place}: {self.problem}".replace("\n", "\\n").replace("\r", "\\r")


def shown(value: object, length: int = 60) -> str:
    """A value as it is told in a finding, cut to a length in characters."""
    text = repr(value)
    return text if len(text) <= length else f"{text[: length - 1]}…"


def capped(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The first findings of one check, and how many more there are.

    >>> many = (Finding("pages", str(n), "wrong") for n in range(150))
    >>> str(list(capped(many))[-1])
    'pages: 50 more findings like the one before'
    """
    source = iter(findings)
    last = None
    for last in islice(source, MOST):
        yield last
    if last is not None and (rest := sum(1 for _ in source)):
        yield Finding(last.table, "", f"{rest} more findings like the one before")
