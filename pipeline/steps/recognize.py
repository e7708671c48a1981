"""clean items → parses, mentions; with the decisions of curation/mentions.csv."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache, partial
from importlib import metadata
from itertools import chain, islice
from typing import Any

from pipeline.costs import Outcome, counted
from pipeline.curation import curate_mentions, load_decisions, locate
from pipeline.jobs import Job, job_of, rows_of
from pipeline.kept import keep_in
from pipeline.memo import Memo, fingerprint, source_version
from pipeline.names_of_pages import names_of_pages
from pipeline.parallel import ordered_map
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.recognize import PARSE_SOURCES, load_model, parse_items
from pipeline.remembered import Made, PageStage, Source, make_tables
from pipeline.schema.arrow import from_table
from pipeline.schema.dataset import DecisionRow
from pipeline.schema.flow import CleanItem, Mention, ModelEntity, Parse
from pipeline.stage_pages import stage_pages
from pipeline.storage.tables import count_rows, open_table, read_rows, write_rows

_COLUMNS = [column.name for column in fields(Parse)][1:-1]


def run(paths: Paths, params: Params) -> Outcome:
    """Parse every item and find its names."""
    keep_in(paths.cache)
    parsed = _parse_items(paths, params)
    found = names_of_pages(paths, params).mentions
    decisions = [d for d in load_decisions(paths.curation, "mentions") if d.decision != "assign"]
    decided = []
    with open_table(paths.stage("mentions"), Mention) as table:
        if decisions:
            items = list(read_rows(paths.stage("clean"), CleanItem))
            located, lost = locate(items, decisions)
            mentions, outcomes = curate_mentions(items, list(from_table(found, Mention)), located)
            decided = [outcome.row for outcome in (*outcomes, *lost)]
            table.add(mentions)
        else:
            table.add_columns(found)
    write_rows(paths.stage("decided_mentions"), DecisionRow, decided)
    return Outcome(
        f"{counted(table.count, 'name')} in {counted(parsed.read, 'item')}", parsed.read, parsed.remembered
    )


def _parse_items(paths: Paths, params: Params) -> Made:
    clean, version = paths.stage("clean"), _version(params.model)
    source = Source(CleanItem, stage_pages(paths, "clean", CleanItem))
    stage = PageStage("parse", version, (source,), {"parses": Parse})
    memo = Memo(paths.memo if version else None)
    made = make_tables(stage, partial(_parse_jobs, memo=memo, params=params), paths, count_rows(clean))
    remembered = made.remembered + memo.asked - memo.computed
    return Made(made.read, remembered, made.rows)


def _parse_jobs(jobs: Iterator[Job], memo: Memo, params: Params) -> Iterator[Job]:
    """Parses of the items in jobs, those of texts met before, on whatever page, from the memo."""
    sizes: deque[list[int]] = deque()

    def items() -> Iterator[CleanItem]:
        for job in jobs:
            pages = rows_of(job, (CleanItem,))
            sizes.append([len(page) for (page,) in pages])
            yield from (item for (page,) in pages for item in page)

    parses = _parses(items(), memo, params)
    for first in parses:
        rest = chain((first,), parses)
        yield job_of([(list(islice(rest, size)),) for size in sizes.popleft()], (Parse,))


def _parses(items: Iterable[CleanItem], memo: Memo, params: Params) -> Iterator[Parse]:
    version = _version(params.model)
    return memo.map(
        lambda fresh: ordered_map(
            partial(_parse, model=params.model), fresh, params, partial(load_model, params.model)
        ),
        items,
        key=lambda item: fingerprint(version, item.text, repr(item.blocks)),
        encode=_encoded,
        decode=_decoded,
    )


def _parse(items: list[CleanItem], model: str) -> list[Parse]:
    return list(parse_items(items, model))


def _encoded(parse: Parse) -> list[Any]:
    entities = [(entity.label, entity.start, entity.end) for entity in parse.entities]
    return [getattr(parse, column) for column in _COLUMNS] + [entities]


def _decoded(item: CleanItem, columns: list[list[Any]]) -> Parse:
    *lists, entities = columns
    values: list[Any] = [*map(tuple, lists), tuple(ModelEntity(*entity) for entity in entities)]
    return Parse(item.item_id, *values)


@cache
def _version(model: str) -> bytes:
    """What a parse depends on beside its text; empty where the model's version cannot be known."""
    try:
        versions = [metadata.version(package) for package in (model, "spacy", "thinc", "numpy")]
    except metadata.PackageNotFoundError:
        return b""
    return fingerprint(model, *versions, source_version(*PARSE_SOURCES))
