"""clean items → parses, mentions; with the decisions of curation/mentions.csv."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache, partial
from importlib import metadata
from itertools import groupby
from typing import Any

from pipeline.costs import Outcome
from pipeline.curation import Outcome as Decided
from pipeline.curation import curate_mentions, load_decisions, locate
from pipeline.gazetteer import keep_in
from pipeline.memo import Memo, fingerprint, source_version
from pipeline.parallel import ordered_map
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.progress import tracked
from pipeline.recognize import PARSE_SOURCES, load_model, parse_items, recognize_pages
from pipeline.schema.dataset import DecisionRow
from pipeline.schema.flow import CleanItem, Mention, ModelEntity, Parse, TokenTags
from pipeline.storage.tables import read_rows, write_rows

_COLUMNS = [column.name for column in fields(Parse)][1:-1]


def run(paths: Paths, params: Params) -> Outcome:
    """Parse every item and find its names."""
    keep_in(paths.cache)
    items = list(read_rows(paths.stage("clean"), CleanItem))
    memo = Memo(paths.memo if _version(params.model) else None)
    write_rows(paths.stage("parses"), Parse, tracked(_parses(items, memo, params), len(items), "parse"))
    mentions: Iterable[Mention] = recognize_pages(lambda: _pages(paths))
    decisions = [d for d in load_decisions(paths.curation, "mentions") if d.decision != "assign"]
    located, lost = locate(items, decisions)
    outcomes: list[Decided] = []
    if located:
        mentions, outcomes = curate_mentions(items, list(mentions), located)
    count = write_rows(paths.stage("mentions"), Mention, mentions)
    decided = (outcome.row for outcome in (*outcomes, *lost))
    write_rows(paths.stage("decided_mentions"), DecisionRow, decided)
    return Outcome(f"{count} names in {len(items)} items", len(items), memo.asked - memo.computed)


def _pages(paths: Paths) -> Iterator[list[tuple[CleanItem, TokenTags]]]:
    parses = read_rows(paths.stage("parses"), TokenTags)
    pairs = zip(read_rows(paths.stage("clean"), CleanItem), parses, strict=True)
    for _, page in groupby(pairs, key=lambda pair: pair[0].page_id):
        yield list(page)


def _parses(items: list[CleanItem], memo: Memo, params: Params) -> Iterator[Parse]:
    """Parses of items in order, those of texts met before from the memo."""
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
