"""clean items, mentions → linked mentions, entities, doubtful pairs; with the decisions on them."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from pipeline.costs import Outcome
from pipeline.curation import Assignments, curate_entities, load_decisions, locate, moved
from pipeline.kept import keep_in
from pipeline.link import NamedPage, link_pages, named_page
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.schema.dataset import DecisionRow
from pipeline.schema.flow import CleanItem, DoubtfulPair, Entity, ItemText, LinkedMention, Mention
from pipeline.storage.cogroup import cogroup
from pipeline.storage.sorting import column_of, sorted_rows
from pipeline.storage.tables import read_rows, write_rows


def run(paths: Paths, params: Params) -> Outcome:
    """Say of every name whose it is."""
    keep_in(paths.cache)
    linking = link_pages(lambda: _pages(paths))
    decisions = load_decisions(paths.curation, "entities")
    moves, entities, doubtful, outcomes = curate_entities(linking.entities, linking.doubtful, decisions)
    whose = [d for d in load_decisions(paths.curation, "mentions") if d.decision == "assign"]
    located, lost = locate(read_rows(paths.stage("clean"), CleanItem) if whose else (), whose)
    assignments = Assignments(located, entities)
    linked = assignments.carried_out(moved(linking.mentions(), moves))
    count = write_rows(paths.stage("linked"), LinkedMention, linked)
    entities = assignments.known()
    there = {(entity.entity_kind, entity.entity_id) for entity in entities}
    doubtful = [
        pair
        for pair in doubtful
        if {(pair.entity_kind, pair.left_id), (pair.entity_kind, pair.right_id)} <= there
    ]
    write_rows(paths.stage("entities"), Entity, entities)
    outcomes += (*assignments.outcomes(), *lost)
    write_rows(paths.stage("decided_entities"), DecisionRow, (outcome.row for outcome in outcomes))
    write_rows(paths.stage("doubtful"), DoubtfulPair, doubtful)
    return Outcome(
        f"{len(entities)} persons, organisations and places; {len(doubtful)} doubtful pairs", count
    )


def _pages(paths: Paths) -> Iterator[NamedPage]:
    order = column_of(paths.stage("clean"), "item_id")
    mentions = sorted_rows(paths.stage("mentions"), Mention, ("item_id", "start"), order)
    items = read_rows(paths.stage("clean"), ItemText)
    found = cogroup(items, attrgetter("item_id"), mentions)
    for _, page in groupby(found, key=lambda pair: pair[0].page_id):
        own = list(page)
        yield named_page((item for item, _ in own), (m for _, (named,) in own for m in named))
