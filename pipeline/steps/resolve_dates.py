"""clean items, parses → dates."""

from collections.abc import Iterator
from operator import attrgetter

from pipeline.costs import Outcome
from pipeline.memo import Memo
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.progress import tracked
from pipeline.remembered import found_in_items
from pipeline.resolve_dates import load_rules, resolve_dates
from pipeline.schema.flow import CleanItem, DateMention, Parse
from pipeline.storage.cogroup import cogroup, only
from pipeline.storage.tables import count_rows, read_rows, write_rows


def run(paths: Paths, params: Params) -> Outcome:
    """Read every date expression."""
    items = count_rows(paths.stage("clean"))
    memo = Memo(paths.memo)
    inputs = _inputs(paths)
    results = found_in_items("resolve_dates", DateMention, _resolve, inputs, memo, params, load_rules)
    shown = tracked(results, items, "resolve_dates")
    dates = (date for found in shown for date in found)
    count = write_rows(paths.stage("dates"), DateMention, dates)
    return Outcome(f"{count} date expressions", items, memo.asked - memo.computed)


def _inputs(paths: Paths) -> Iterator[tuple[CleanItem, Parse]]:
    items = read_rows(paths.stage("clean"), CleanItem)
    parses = read_rows(paths.stage("parses"), Parse)
    for item, (found,) in cogroup(items, attrgetter("item_id"), parses):
        yield item, only(found, item.item_id)


def _resolve(inputs: list[tuple[CleanItem, Parse]]) -> list[list[DateMention]]:
    return [resolve_dates(item, parse) for item, parse in inputs]
