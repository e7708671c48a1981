"""Where in which item the characters of a decision stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.curation.decisions import Decision, Outcome
from pipeline.offsets import Alignment
from pipeline.schema.flow import CleanItem


@dataclass(frozen=True, slots=True)
class Located:
    """A decision and the clean span of an item that it is about."""

    decision: Decision
    item: CleanItem
    start: int
    end: int


def locate(items: Iterable[CleanItem], decisions: Sequence[Decision]) -> tuple[list[Located], list[Outcome]]:
    """Decisions with the item their characters lie in; and those whose words are not there any more."""
    pages = {decision["page_id"] for decision in decisions}
    here = [item for item in items if item.page_id in pages]
    found: list[Located] = []
    lost: list[Outcome] = []
    for decision in decisions:
        spans = [located for item in here if (located := _in(item, decision))]
        words = " ".join(decision["words"].split())
        right = [one for one in spans if one.item.text[one.start : one.end] == words]
        if right:
            found.append(right[0])
        elif spans:
            says = spans[0].item.text[spans[0].start : spans[0].end]
            lost.append(Outcome(decision, f"the page says {says!r} there"))
        else:
            lost.append(Outcome(decision, _nowhere(here, decision["page_id"])))
    return found, lost


def _nowhere(items: Sequence[CleanItem], page_id: str) -> str:
    if any(item.page_id == page_id for item in items):
        return "no item of that page holds those characters"
    return f"there is no page {page_id!r} with items; `page_id` is that of the table `pages`"


def _in(item: CleanItem, decision: Decision) -> Located | None:
    if item.page_id != decision["page_id"]:
        return None
    start, end = Alignment(item.edits).to_clean(decision.number("start"), decision.number("end"))
    return Located(decision, item, start, end) if 0 <= start < end <= len(item.text) else None
