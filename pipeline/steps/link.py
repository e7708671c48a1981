"""clean items, mentions → linked mentions, entities, doubtful pairs; with curation/entities.csv."""

from pipeline.curation import curate_entities, load_decisions
from pipeline.link import link
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.schema.dataset import DecisionRow
from pipeline.schema.flow import CleanItem, DoubtfulPair, Entity, LinkedMention, Mention
from pipeline.storage import read_rows, write_rows


def run(paths: Paths, params: Params) -> str:
    """Say of every name whose it is."""
    items = list(read_rows(paths.stage("clean"), CleanItem))
    linked, entities, doubtful = link(items, list(read_rows(paths.stage("mentions"), Mention)))
    decisions = load_decisions(paths.curation, "entities")
    linked, entities, doubtful, outcomes = curate_entities(linked, entities, doubtful, decisions)
    order = {item.item_id: n for n, item in enumerate(items)}
    linked = sorted(linked, key=lambda mention: (order[mention.item_id], mention.start))
    write_rows(paths.stage("decided_entities"), DecisionRow, (outcome.row for outcome in outcomes))
    write_rows(paths.stage("linked"), LinkedMention, linked)
    write_rows(paths.stage("entities"), Entity, entities)
    write_rows(paths.stage("doubtful"), DoubtfulPair, doubtful)
    return f"{len(entities)} persons, organisations and places; {len(doubtful)} doubtful pairs"
