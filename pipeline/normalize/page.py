"""One page: its items made readable, and every repair told in raw offsets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.normalize.repair import repair_text
from pipeline.normalize.spelling import word_counts
from pipeline.normalize.traced_text import Repair, TracedText
from pipeline.schema.dataset import Correction
from pipeline.schema.flow import Block, CleanItem, RawItem, SourcePage

OUTSIDE_KINDS = ("spelling", "encoding")


def normalize_page(page: SourcePage, items: Sequence[RawItem]) -> tuple[list[CleanItem], list[Correction]]:
    """Repair a page's text.

    The clean items come in the order of `items`; blocks without any text are left out. Corrections
    are in raw offsets, sorted, and do not contain one another; outside the items only misspellings
    and wrong encodings are told. Capitalised words are never respelt: they may be names.
    """
    counts = word_counts(page.text)
    clean: list[CleanItem] = []
    corrections: list[Correction] = []
    for item in items:
        cleaned, repairs = _clean_item(page.text, item, counts)
        clean.append(cleaned)
        corrections += (_row(page, item.item_id, repair) for repair in repairs)
    for start, end in _lines_outside(page.text, items):
        repairs = repair_text(TracedText.cut(page.text, start, end), counts)
        told = (repair for repair in repairs if repair.kind in OUTSIDE_KINDS)
        corrections += (_row(page, None, repair) for repair in told)
    return clean, [row for row in sorted(corrections, key=lambda row: row.start) if row.original]


def _clean_item(raw: str, item: RawItem, counts: Mapping[str, int]) -> tuple[CleanItem, list[Repair]]:
    blocks: list[Block] = []
    parts: list[TracedText] = []
    repairs: list[Repair] = []
    start = 0
    for block in item.blocks:
        part = TracedText.cut(raw, block.start, block.end)
        repairs += repair_text(part, counts, cut_off=item.truncated and block == item.blocks[-1])
        part = part.strip()
        if not part.text:
            continue
        blocks.append(Block(block.kind, start, start + len(part.text)))
        parts.append(part)
        start += len(part.text) + 1
    whole = TracedText.lines(parts)
    clean = CleanItem(
        item_id=item.item_id,
        page_id=item.page_id,
        text=whole.text,
        blocks=tuple(blocks),
        edits=tuple(whole.edits(raw, item.start)),
        published_on=item.published_on,
        published_precision=item.published_precision,
        published_source=item.published_source,
    )
    return clean, repairs


def _lines_outside(raw: str, items: Iterable[RawItem]) -> Iterator[tuple[int, int]]:
    """Raw bounds of the lines, or parts of lines, that no block of an item holds."""
    at = 0
    spans = sorted((block.start, block.end) for item in items for block in item.blocks)
    for start, end in (*spans, (len(raw), len(raw))):
        for line in raw[at:start].splitlines(keepends=True):
            if not line.isspace():
                yield at, at + len(line)
            at += len(line)
        at = max(at, end)


def _row(page: SourcePage, item_id: str | None, repair: Repair) -> Correction:
    return Correction(
        page_id=page.page_id,
        item_id=item_id,
        original=page.text[repair.start : repair.end],
        corrected=repair.corrected,
        kind=repair.kind,
        confidence=repair.confidence,
        start=repair.start,
        end=repair.end,
    )
