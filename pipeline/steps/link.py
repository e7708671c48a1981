"""clean items, mentions → linked mentions, entities, doubtful pairs; with curation/entities.csv."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from pipeline.costs import Outcome
from pipeline.curation import curate_entities, load_decisions, moved
from pipeline.link import NamedPage, link_pages, named_page
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.schema.dataset import DecisionRow
from pipeline.schema.flow import DoubtfulPair, Entity, ItemText, LinkedMention, Mention
from pipeline.sorting import column_of, sorted_rows
from pipeline.storage import per_key, read_rows, write_rows


def run(paths: Paths, params: Params) -> Outcome:
    """Say of every name whose it is."""
    linking = link_pages(lambda: _pages(paths))
    decisions = load_decisions(paths.curation, "entities")
    moves, entities, doubtful, outcomes = curate_entities(linking.entities, linking.doubtful, decisions)
    write_rows(paths.stage("decided_entities"), DecisionRow, (outcome.row for outcome in outcomes))
    count = write_rows(paths.stage("linked"), LinkedMention, moved(linking.mentions(), moves))
    write_rows(paths.stage("entities"), Entity, entities)
    write_rows(paths.stage("doubtful"), DoubtfulPair, doubtful)
    return Outcome(
        f"{len(entities)} persons, organisations and places; {len(doubtful)} doubtful pairs", count
    )


def _pages(paths: Paths) -> Iterator[NamedPage]:
    order = column_of(paths.stage("clean"), "item_id")
    mentions = sorted_rows(paths.stage("mentions"), Mention, ("item_id", "start"), order)
    items = read_rows(paths.stage("clean"), ItemText)
    found = per_key(items, attrgetter("item_id"), mentions)
    for _, page in groupby(found, key=lambda pair: pair[0].page_id):
        own = list(page)
        yield named_page((item for item, _ in own), (m for _, (named,) in own for m in named))
