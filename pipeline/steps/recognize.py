"""clean items → parses, mentions; with the decisions of curation/mentions.csv."""

from dataclasses import astuple
from functools import cache, partial
from importlib import metadata
from pathlib import Path
from typing import Any

from pipeline.curation import curate_mentions, load_decisions, locate
from pipeline.memo import Memo, fingerprint, source_version
from pipeline.parallel import ordered_map
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.progress import tracked
from pipeline.recognize import PARSE_SOURCES, parse_items, recognize
from pipeline.schema.dataset import DecisionRow
from pipeline.schema.flow import CleanItem, Mention, ModelEntity, Parse
from pipeline.storage import read_rows, write_rows


def run(paths: Paths, params: Params) -> str:
    """Parse every item and find its names."""
    items = list(read_rows(paths.stage("clean"), CleanItem))
    parse = partial(_parse, model=params.model, memo=paths.memo)
    parses = tracked(ordered_map(parse, items, params), len(items), "parse")
    write_rows(paths.stage("parses"), Parse, parses)
    mentions = recognize(items, list(read_rows(paths.stage("parses"), Parse)))
    located, lost = locate(items, load_decisions(paths.curation, "mentions"))
    mentions, outcomes = curate_mentions(items, mentions, located)
    count = write_rows(paths.stage("mentions"), Mention, mentions)
    decided = (outcome.row for outcome in (*outcomes, *lost))
    write_rows(paths.stage("decided_mentions"), DecisionRow, decided)
    return f"{count} names in {len(items)} items"


def _parse(items: list[CleanItem], model: str, memo: Path) -> list[Parse]:
    """Parses, those of texts met before from the memo."""
    version = _version(model)
    return Memo(memo if version else None).map(
        lambda fresh: parse_items(fresh, model),
        items,
        key=lambda item: fingerprint(version, item.text, repr(item.blocks)),
        encode=lambda parse: astuple(parse)[1:],
        decode=_decoded,
    )


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
