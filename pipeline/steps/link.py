"""clean items, mentions → linked mentions, entities, doubtful pairs; with kept ids and decisions."""

from pipeline.costs import Outcome, counted
from pipeline.curation import Assignments, Decision, curate_entities, load_decisions, load_ids, locate, moved
from pipeline.kept import keep_in
from pipeline.linked_names import LinkedNames, link_names
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.schema.arrow import from_table
from pipeline.schema.dataset import DecisionRow
from pipeline.schema.flow import CleanItem, DoubtfulPair, Entity, LinkedMention
from pipeline.schema.linking import KeptId
from pipeline.storage.tables import count_rows, open_table, read_rows, write_rows


def run(paths: Paths, params: Params) -> Outcome:
    """Say of every name whose it is."""
    keep_in(paths.cache)
    found = link_names(paths, params, load_ids(paths.curation))
    with open_table(paths.stage("ids"), KeptId) as ids:
        ids.add_columns(found.ids)
    decisions = load_decisions(paths.curation, "entities")
    whose = [d for d in load_decisions(paths.curation, "mentions") if d.decision == "assign"]
    if decisions or whose:
        _write_decided(found, decisions, whose, paths)
    else:
        with open_table(paths.stage("linked"), LinkedMention) as linked:
            linked.add_columns(found.mentions)
        with open_table(paths.stage("entities"), Entity) as entities:
            entities.add_columns(found.entities)
        write_rows(paths.stage("doubtful"), DoubtfulPair, found.doubtful)
        write_rows(paths.stage("decided_entities"), DecisionRow, ())
    counts = {name: count_rows(paths.stage(name)) for name in ("linked", "entities", "doubtful")}
    named = counted(counts["entities"], "person, organisation or place", "persons, organisations and places")
    return Outcome(
        f"{named}; {counted(counts['doubtful'], 'doubtful pair')}",
        count_rows(paths.stage("clean")),
        found.remembered,
    )


def _write_decided(
    found: LinkedNames, decisions: list[Decision], whose: list[Decision], paths: Paths
) -> None:
    """Write what was found, with the decisions carried out."""
    rows = list(from_table(found.entities, Entity))
    moves, entities, doubtful, outcomes = curate_entities(rows, found.doubtful, decisions)
    located, lost = locate(read_rows(paths.stage("clean"), CleanItem) if whose else (), whose)
    assignments = Assignments(located, entities)
    linked = assignments.carried_out(moved(from_table(found.mentions, LinkedMention), moves))
    write_rows(paths.stage("linked"), LinkedMention, linked)
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
