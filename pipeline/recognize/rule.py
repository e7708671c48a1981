"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.known import Known

CORPUS = "corpus"


@dataclass(frozen=True, slots=True)
class Rule:
    """One piece of evidence. With a `scope` it sees the names found so far in the item, page or corpus."""

    name: str
    find: Callable[[Context], Iterator[Candidate]] | None = None
    find_known: Callable[[Context, Known], Iterator[Candidate]] | None = None
    scope: str = ""
