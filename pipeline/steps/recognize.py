"""clean items → parses, mentions; with the decisions of curation/mentions.csv."""

from functools import partial

from pipeline.curation import curate_mentions, load_decisions, locate
from pipeline.parallel import ordered_map
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.recognize import parse_items, recognize
from pipeline.schema.dataset import DecisionRow
from pipeline.schema.flow import CleanItem, Mention, Parse
from pipeline.storage import read_rows, write_rows


def run(paths: Paths, params: Params) -> str:
    """Parse every item and find its names."""
    items = list(read_rows(paths.stage("clean"), CleanItem))
    write_rows(paths.stage("parses"), Parse, ordered_map(partial(_parse, model=params.model), items, params))
    mentions = recognize(items, list(read_rows(paths.stage("parses"), Parse)))
    located, lost = locate(items, load_decisions(paths.curation, "mentions"))
    mentions, outcomes = curate_mentions(items, mentions, located)
    count = write_rows(paths.stage("mentions"), Mention, mentions)
    decided = (outcome.row for outcome in (*outcomes, *lost))
    write_rows(paths.stage("decided_mentions"), DecisionRow, decided)
    return f"{count} names in {len(items)} items"


def _parse(items: list[CleanItem], model: str) -> list[Parse]:
    return list(parse_items(items, model))
