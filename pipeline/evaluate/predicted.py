"""The dataset to be judged, its rows grouped as the comparison asks for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pipeline.schema.dataset import (
    Correction,
    DateRow,
    Event,
    EventMention,
    Item,
    MentionRow,
    Organization,
    Page,
    PageText,
    Person,
    Place,
)  # fmt: skip
from pipeline.storage.dataset import published

__all__ = ["Dataset", "ItemRows", "read_dataset"]

Row = TypeVar("Row")
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class ItemRows:
    """What the dataset says about one item."""

    mentions: tuple[MentionRow, ...]
    dates: tuple[DateRow, ...]
    tellings: tuple[EventMention, ...]


@dataclass(frozen=True, slots=True)
class Dataset:
    """The tables, by the keys under which they are looked up.

    `pages` goes by file name without suffix, as gold labels name them; `names` by (kind, entity_id);
    `surfaces` holds all texts of an entity's mentions; rows of `rows` keep the order of their table.
    """

    pages: Mapping[str, Page]
    texts: Mapping[str, str]
    items: Mapping[str, tuple[Item, ...]]
    rows: Mapping[str, ItemRows]
    corrections: Mapping[str, tuple[Correction, ...]]
    names: Mapping[tuple[str, str], str]
    surfaces: Mapping[str, tuple[str, ...]]
    events: Mapping[str, Event]


def read_dataset(folder: Path) -> Dataset:
    """Read the tables of a dataset folder.

    Raises PipelineError where a table is missing, damaged or lacks a column.
    """
    read = partial(published, folder)
    items = tuple(read(Item))
    mentions = tuple(read(MentionRow))
    names = {("person", row.person_id): row.name for row in read(Person)}
    names |= {("organization", row.organization_id): row.name for row in read(Organization)}
    names |= {("place", row.place_id): row.name for row in read(Place)}
    by_item = (
        _grouped(mentions, lambda row: row.item_id),
        _grouped(read(DateRow), lambda row: row.item_id),
        _grouped(read(EventMention), lambda row: row.item_id),
    )
    surfaces = {
        entity: tuple(sorted({row.text for row in rows}))
        for entity, rows in _grouped(mentions, lambda row: row.entity_id).items()
    }
    return Dataset(
        pages={PurePosixPath(row.path).stem: row for row in read(Page)},
        texts={row.page_id: row.text for row in read(PageText)},
        items=_grouped(sorted(items, key=lambda row: row.start), lambda row: row.page_id),
        rows={
            row.item_id: ItemRows(
                by_item[0].get(row.item_id, ()),
                by_item[1].get(row.item_id, ()),
                by_item[2].get(row.item_id, ()),
            )
            for row in items
        },
        corrections=_grouped(read(Correction), lambda row: row.page_id),
        names=names,
        surfaces=surfaces,
        events={row.event_id: row for row in read(Event)},
    )


def _grouped(rows: Iterable[Row], key: Callable[[Row], Key]) -> dict[Key, tuple[Row, ...]]:
    groups: defaultdict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return {name: tuple(members) for name, members in groups.items()}
