"""Names rejected, retyped or added by hand, keyed by the page's characters.

`reject` drops a name, `retype` says that it names another kind, `add` marks words that the machine
passed over. Whom a name names is decided later: `assign` (`pipeline/curation/assign.py`), `entities.csv`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.curation.decisions import Outcome
from pipeline.curation.locate import Located
from pipeline.schema.flow import CleanItem, Mention

RULE = "curation"


def curate_mentions(
    items: Sequence[CleanItem], mentions: Sequence[Mention], decisions: Sequence[Located]
) -> tuple[list[Mention], list[Outcome]]:
    """All mentions after the decisions, in the items' order, and what became of each decision."""
    by_item: dict[str, list[Mention]] = {item.item_id: [] for item in items}
    for mention in mentions:
        by_item[mention.item_id].append(mention)
    outcomes = []
    for located in decisions:
        here = by_item[located.item.item_id]
        outcomes.append(Outcome(located.decision, _apply(here, located)))
        here.sort(key=lambda mention: mention.start)
    return [mention for found in by_item.values() for mention in found], outcomes


def _apply(mentions: list[Mention], located: Located) -> str | None:
    decision, start, end = located.decision, located.start, located.end
    touched = [mention for mention in mentions if mention.start < end and start < mention.end]
    if decision.decision != "add" and not touched:
        return "no name is marked there"
    for mention in touched:
        mentions.remove(mention)
    if decision.decision != "reject":
        kind, text = decision["kind"], located.item.text[start:end]
        place_kind = next((m.place_kind for m in touched if m.entity_kind == kind), None)
        fresh = Mention(located.item.item_id, kind, start, end, text, RULE)
        mentions.append(replace(fresh, place_kind=place_kind))
    return None
