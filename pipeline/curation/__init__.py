"""What people decided, in CSV files that outlive every run: read, applied, and reported where they miss.

A decision always wins over the machine. Each is keyed by what does not move when pages are added:
characters of a page, or an entity's id or any of its names.
"""

from pipeline.curation.assign import Assignments
from pipeline.curation.decisions import Decision, Outcome
from pipeline.curation.entities import curate_entities, moved
from pipeline.curation.events import curate_events, names_of
from pipeline.curation.ids import ledger, ledger_text, load_ids
from pipeline.curation.items import curate_items
from pipeline.curation.load import check_decisions, load_decisions, unread_files
from pipeline.curation.locate import locate
from pipeline.curation.mentions import curate_mentions

__all__ = [
    "Assignments",
    "Decision",
    "Outcome",
    "check_decisions",
    "curate_entities",
    "curate_events",
    "curate_items",
    "curate_mentions",
    "ledger",
    "ledger_text",
    "load_decisions",
    "load_ids",
    "locate",
    "moved",
    "names_of",
    "unread_files",
]
