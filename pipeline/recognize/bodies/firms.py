"""Law firms and other partnerships: "Phiri, Zulu & Company", "Tembo and Associates", "Banda Chambers"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context

_MOST = 5  # names of partners


def firm(context: Context) -> Iterator[Candidate]:
    """Names of partners, a link, and what they are together."""
    for word in context.free_names():
        if word.lower not in context.lexicon.organizations.firms:
            continue
        linked = word.gap == " & "
        link = word if linked else context.text.before(word.i)
        if link is None or not (linked or link.lower == "and"):
            continue
        first = _first_partner(context, link.i - 1)
        if first is not None:
            yield Candidate(first, word.i + 1, "organization")


def _first_partner(context: Context, i: int) -> int | None:
    """The first of the single capitals, parted by commas, that end with word i."""
    first = None
    while i >= 0 and context.can_name(context.words[i]) and (first is None or first - i < _MOST):
        first = i
        if context.words[i].gap != ", ":
            break
        i -= 1
    if first is not None and context.words[first].gap == " " and context.can_name(context.text.before(first)):
        first -= 1
    return first
