"""The rows between stages of a corpus that never was: what linking, joining and publishing read.

    python -m benchmarks.stage_tables OUTPUT [MENTIONS]

Made in a stream, without a language model: eight mentions an item, five items a page. The names are
those of the made-up pages.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from benchmarks.corpus.cast import body, culture, person
from benchmarks.corpus.items import BODIES, PEOPLE
from benchmarks.corpus.words import any_of, zipf
from pipeline.paths import Paths
from pipeline.schema.dataset import Correction, DecisionRow, RejectedSpan
from pipeline.schema.flow import (
    Block,
    CleanItem,
    DateMention,
    Edit,
    Mention,
    RawItem,
    SourcePage,
)
from pipeline.storage.tables import write_rows

ITEMS_ON_PAGE = 5
NAMES = ("person", "person", "person", "person", "organization", "organization", "place", "place")
FILLING = " said on Monday that nothing had changed in the old street near the harbour, and that "


def write_tables(output: Path, mentions: int) -> None:
    """Write all tables that `link` and `publish` read."""
    paths, items = Paths(output=output), mentions // len(NAMES)

    def write(table: str, row: type, rows: Iterable[object]) -> None:
        write_rows(paths.stage(table), row, rows)

    write("pages", SourcePage, map(_page, range(items // ITEMS_ON_PAGE)))
    write("items", RawItem, map(_raw_item, range(items)))
    write("clean", CleanItem, map(_clean_item, range(items)))
    write("mentions", Mention, (mention for number in range(items) for mention in _mentions(number)))
    write("dates", DateMention, map(_date, range(items)))
    write("rejected", RejectedSpan, ())
    write("corrections", Correction, ())
    for file in ("items", "mentions", "entities", "events"):
        write(f"decided_{file}", DecisionRow, ())


def _page_id(item: int) -> str:
    return f"page-{item // ITEMS_ON_PAGE:06}"


def _place(item: int) -> int:
    """Where the item's text begins on its page."""
    return item % ITEMS_ON_PAGE * 2_000


def _item_id(item: int) -> str:
    return f"{_page_id(item)}#{_place(item)}"


def _page(number: int) -> SourcePage:
    text = "\n".join(_text(number * ITEMS_ON_PAGE + n).ljust(1_999) for n in range(ITEMS_ON_PAGE))
    page_id = _page_id(number * ITEMS_ON_PAGE)
    return SourcePage(page_id, f"{page_id}.txt", "0" * 64, None, None, None, "en", text)


def _raw_item(item: int) -> RawItem:
    start, end = _place(item), _place(item) + len(_text(item))
    blocks, position = (Block("body", start, end),), item % ITEMS_ON_PAGE
    return RawItem(
        _item_id(item), _page_id(item), position, "list", start, end, False, None, None, None, blocks
    )  # fmt: skip


def _clean_item(item: int) -> CleanItem:
    text = _text(item)
    edits = (Edit(0, 0, _place(item), _place(item)),)
    blocks = (Block("body", 0, len(text)),)
    return CleanItem(_item_id(item), _page_id(item), text, blocks, edits, None, None, None)


def _names(item: int) -> list[tuple[str, str]]:
    """Kind and text of each name of an item; items of one page share their people."""
    random, page = Random(f"names {item}"), Random(f"page {item // ITEMS_ON_PAGE}")
    cast = [zipf(page, PEOPLE) for _ in range(3)]
    town = any_of(random, culture(cast[0])["towns"])
    people = [any_of(random, person(cast[int(random.random() * 3)]).forms) for _ in range(4)]
    bodies = [body(zipf(page, BODIES))[0] for _ in range(2)]
    return list(zip(NAMES, (*people, *bodies, town, culture(cast[0])["country"]), strict=True))


def _text(item: int) -> str:
    return FILLING.join(name for _, name in _names(item)) + "."


def _mentions(item: int) -> Iterator[Mention]:
    at = 0
    for kind, name in _names(item):
        yield Mention(_item_id(item), kind, at, at + len(name), name, "made up")
        at += len(name) + len(FILLING)


def _date(item: int) -> DateMention:
    at = _text(item).index("Monday")
    return DateMention(_item_id(item), at, at + 6, "Monday", None, None, None, None, True, None, "made up")


if __name__ == "__main__":
    write_tables(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)
