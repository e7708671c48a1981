"""Stages that look at an item or a page alone, what was found for the same before taken from the memo."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pipeline.memo import Memo, fingerprint, source_version
from pipeline.parallel import ordered_map
from pipeline.params import Params
from pipeline.schema.plain import OF_A_PAGE, from_plain, plain

Row = TypeVar("Row")
Input = tuple[Any, ...]
"""An item or a page and what else its rows are found from."""

PAGES_AT_ONCE = 512
"""Pages that are held at once: their texts may be long."""

_PACKAGE = Path(__file__).parent

_INFO = (".dist-info", ".egg-info")
"""Endings of the folders that tell of an installed package: NAME-VERSION.dist-info."""

RESOURCES = {
    "segment": ("dates", "segment"),
    "normalize": ("dates", "normalize"),
    "resolve_dates": ("dates",),
    "extract": ("events", "extract", "link"),
}
"""What each stage reads under `pipeline/resources/`."""


def found_in_items(
    stage: str,
    row: type[Row],
    function: Callable[[list[Any]], list[list[Row]]],
    inputs: Iterable[Any],
    memo: Memo,
    params: Params,
    prepare: Callable[[], object] | None = None,
) -> Iterator[list[Row]]:
    """The rows that a stage's function finds in each item, in order.

    An input is a tuple whose first part is the item. The function must not look at the item's id or page
    but to name it in the rows. `prepare` is that of `ordered_map`.
    """
    version = _version(stage)

    def key(given: Input) -> bytes:
        return fingerprint(version, json.dumps(plain(given, OF_A_PAGE)))

    def encode(found: list[Row]) -> Any:
        return plain(found, OF_A_PAGE)

    def decode(given: Input, values: list[Any]) -> list[Row]:
        return [from_plain(row, one, item_id=given[0].item_id) for one in values]

    return memo.map(lambda fresh: ordered_map(function, fresh, params, prepare), inputs, key, encode, decode)


def found_in_pages(
    stage: str,
    rows: tuple[type[Any], ...],
    function: Callable[[list[Any]], list[Any]],
    inputs: Iterable[Any],
    memo: Memo,
    params: Params,
    prepare: Callable[[], object] | None = None,
) -> Iterator[Any]:
    """What a stage's function finds in each page, in order: lists of rows, one for each class of `rows`.

    An input is a tuple whose first part is the page. `prepare` is that of `ordered_map`.
    """
    version = _version(stage)

    def key(given: Input) -> bytes:
        return fingerprint(version, json.dumps(plain(given)))

    def decode(given: Input, values: list[Any]) -> tuple[list[Any], ...]:
        return tuple([from_plain(row, one) for one in found] for row, found in zip(rows, values, strict=True))

    return memo.map(
        lambda fresh: ordered_map(function, fresh, params, prepare), inputs, key, plain, decode, PAGES_AT_ONCE
    )


def _version(stage: str) -> bytes:
    return fingerprint(stage, libraries(), source_version(*sources(stage)))


def sources(stage: str) -> tuple[Path, ...]:
    """Code and resources on which the rows of a stage depend."""
    own = (_PACKAGE / stage, *(_PACKAGE / "resources" / name for name in RESOURCES[stage]))
    return (*sorted(_PACKAGE.glob("*.py")), _PACKAGE / "schema", *own)


@cache
def libraries() -> str:
    """The interpreter and all installed packages, with their versions, as their folders are named."""
    folders = (Path(folder) for folder in sys.path)
    installed = (path.name for folder in folders if folder.is_dir() for path in folder.iterdir())
    return "\n".join((sys.version, *sorted({name for name in installed if name.endswith(_INFO)})))
