"""Pages and what stands in one item: dates, mentions, tellings, with offsets led back to the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.offsets import Alignment
from pipeline.schema.dataset import DateRow, EventMention, Item, MentionRow, Page
from pipeline.schema.flow import CleanItem, DateMention, LinkedMention, RawItem, SourcePage, ToldEvent


@dataclass(frozen=True, slots=True)
class PublishedItem:
    """An item's rows in the contract's tables."""

    item: Item
    dates: tuple[DateRow, ...]
    mentions: tuple[MentionRow, ...]
    tellings: tuple[EventMention, ...]


def publish_page(page: SourcePage, item_count: int) -> Page:
    """A row of `pages`."""
    return Page(
        page.page_id, page.path, page.sha256, page.title, page.url, page.retrieved_on, page.language,
        len(page.text), item_count, page.problem,
    )  # fmt: skip


def publish_item(
    raw: RawItem,
    clean: CleanItem,
    dates: Sequence[DateMention],
    mentions: Sequence[LinkedMention],
    tellings: Sequence[ToldEvent],
) -> PublishedItem:
    """An item and all its rows, with offsets in the page's text."""
    align = Alignment(clean.edits)
    return PublishedItem(
        _item(raw, clean),
        tuple(_date(row, align) for row in dates),
        tuple(_mention(row, align, raw.page_id) for row in mentions),
        tuple(_telling(row, align) for row in tellings),
    )


def _item(raw: RawItem, clean: CleanItem) -> Item:
    headline = next((clean.text[b.start : b.end] for b in clean.blocks if b.kind == "headline"), None)
    body = [block for block in clean.blocks if block.kind == "body"]
    text = clean.text[body[0].start : body[-1].end] if body else ""
    return Item(
        raw.item_id, raw.page_id, raw.position, headline, raw.published_on, raw.published_precision,
        raw.published_source, text, raw.truncated, raw.start, raw.end, raw.layout,
    )  # fmt: skip


def _date(row: DateMention, align: Alignment) -> DateRow:
    start, end = align.to_raw(row.start, row.end)
    return DateRow(
        row.item_id, row.text, row.value, row.date_start, row.date_end, row.precision, row.relative,
        row.anchor, start, end, row.rule,
    )  # fmt: skip


def _mention(row: LinkedMention, align: Alignment, page_id: str) -> MentionRow:
    start, end = align.to_raw(row.start, row.end)
    mention_id = f"{page_id}@{start}-{end}"
    return MentionRow(mention_id, row.item_id, row.entity_kind, row.entity_id, row.text, start, end, row.rule)


def _telling(row: ToldEvent, align: Alignment) -> EventMention:
    told = row.telling
    trigger_start, trigger_end = align.to_raw(told.trigger_start, told.trigger_end)
    start, end = align.to_raw(told.start, told.end)
    return EventMention(
        row.event_id, told.item_id, told.trigger, told.sentence, trigger_start, trigger_end, start, end,
        told.rule,
    )  # fmt: skip
