"""Records without labels that all share: a name or title over lines of details, block after block."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.segment.dating.datelines import find_dates
from pipeline.segment.rows.name_heads import name_end
from pipeline.segment.rows.record_fields import as_field
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.rows.series import dated_row
from pipeline.segment.text.lexicon import lexicon, words_of
from pipeline.segment.text.prose import is_prose

_AT_LEAST = 3
_FIELDS = 2
_FIELD_WORDS = 16
_PASSED_OVER = (Shape.RULE, Shape.READ_MORE)
_READABLE = ("mail", "menu", "tags", "metadata", "share", "byline", "page foot", "contents")
_LABEL = re.compile(r"([^\W\d_][\w'’()/ -]{1,30}?)(?:\s?:|\s?\.{3,20}|\s?…{1,9})\s(?=\S)")
_HEADS = (Shape.HEAD, Shape.DATED_HEAD)
_DASHED = re.compile(r"([^\W\d_][\w'’ ]{1,24}?)\s[-–—]\s(?=\S)")
# `Nurse, 41, Maracaibo`, `Singer, born 1978`, `b. 1961, Acobamba`
_AGED = re.compile(r"(?:,\s|\baged?:?\s)\d{2}\b(?!:)|\b(?:born|b\.)\s(?:in\s)?\d", re.I)
_BARS = re.compile(r"\s[|·•]\s")
# `Arrested 4 May 2006 in Keren`, `Taken on 12 July`: a day of the news, not of its telling
_HAPPENED = re.compile(
    r"(?!(?:posted|published|updated|added|created|submitted|issued|dated|revised|printed)\b)"
    r"(?:re-?)?(?:[^\W\d_]{2,14}ed|taken|held|shot|seized|seen|sent|born|died|missing|lost|found|left|freed"
    r"|(?:last|next|in|since|on|under)\s[^\W\d_]{2,12}(?:\s[^\W\d_]{2,12})?)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines set close: the first that says something, and the lines under it."""

    head: Row
    under: tuple[Row, ...]


def read_field_blocks(rows: Sequence[Row]) -> list[Row]:
    """The rows, with the first line of each such record as its headline and its other lines as text.

    Three records or more show them where most blocks of the page under a heading are such, and where
    the headings are numbered or names or most of the records have a field in common. A line that is
    nothing but a date stays one, unless it says what happened on that day.
    """
    labels = _labels(rows)
    blocks = [block for block in _blocks(rows, labels) if block.under]
    fields = {b.head.index: [row for row in b.under if _is_field(row, labels)] for b in blocks}
    found = [block for block in blocks if _is_record(block, fields[block.head.index])]
    if len(found) < _AT_LEAST or len(found) * 3 < len(blocks) * 2:
        return list(rows)
    keys = Counter(key for b in found for key in {_key(row, labels) for row in fields[b.head.index]})
    shared = sum(any(keys[_key(row, labels)] > 1 for row in fields[b.head.index]) for b in found)
    marked = sum(b.head.numbered or name_end(b.head) is not None for b in found)
    if max(shared, marked) * 3 < len(found) * 2:
        return list(rows)
    read = list(rows)
    for block in found:
        read[block.head.index] = _as_headline(block.head)
        last = fields[block.head.index][-1].index if fields[block.head.index] else block.head.index
        for row in block.under:
            behind = row.index > last and row.shape is Shape.HEAD  # perhaps a link
            read[row.index] = row if behind else _as_text(row, labels)
            if name_end(block.head) is not None and _dates_news(row, labels):
                read[row.index] = as_field(row, opener=False)
    return read


def _blocks(rows: Sequence[Row], labels: Mapping[int, str]) -> Iterator[_Block]:
    """The blocks between blank lines that open with a heading; what is no news before it is passed over."""
    block: list[Row] = []
    for row in (*rows, None):
        if row is None or row.gap or row.shape is Shape.RULE:
            said = [r for r in block if _is_readable(r)]
            if said and said[0].shape in _HEADS and said[0].index not in labels:
                yield _Block(said[0], tuple(said[1:]))
            block = []
        if row is not None:
            block.append(row)


def _is_record(block: _Block, fields: Sequence[Row]) -> bool:
    """Two lines of details, or one right under a number or a name."""
    named = block.head.numbered or name_end(block.head) is not None
    first = bool(fields) and fields[0] is block.under[0]
    if all(row.shape is Shape.NOISE for row in fields):
        return False  # the menus under the name of a site
    return len(fields) >= _FIELDS or (named and first and len(block.under) >= _FIELDS)


def _is_field(row: Row, labels: Mapping[int, str]) -> bool:
    text = row.folded.text
    if row.index in labels:
        return True
    if row.shape is Shape.DATE:
        return _HAPPENED.match(text, row.marker) is not None
    if len(text.split()) > _FIELD_WORDS or (is_prose(row.text) and not _HAPPENED.match(text, row.marker)):
        return False
    dated = _HAPPENED.match(text, row.marker) and any(find_dates(text))
    return bool(_AGED.search(text) or _BARS.search(text) or dated)


def _is_readable(row: Row) -> bool:
    """Also a line that only looks like a menu or a line of tags: `Reporter | Free Hour | Diyarbakır`."""
    return row.shape not in _PASSED_OVER and (row.shape is not Shape.NOISE or row.reason in _READABLE)


def _labels(rows: Sequence[Row]) -> dict[int, str]:
    """The label of each row that has one; before a dash a label is one that comes back."""
    found = {row.index: match for row in rows if (match := _LABEL.match(row.folded.text, row.marker))}
    dashed = {row.index: match for row in rows if (match := _DASHED.match(row.folded.text, row.marker))}
    counts = Counter(match[1].casefold() for match in dashed.values())
    often = {i: match for i, match in dashed.items() if counts[match[1].casefold()] >= _AT_LEAST}
    return {i: match[1].casefold() for i, match in (often | found).items()}


def _key(row: Row, labels: Mapping[int, str]) -> str:
    return labels.get(row.index) or " ".join(words_of(row.folded.text)[:1])


def _dates_news(row: Row, labels: Mapping[int, str]) -> bool:
    """`Hearing: 14 March` in what is told of a person."""
    label = labels.get(row.index)
    if row.shape is not Shape.DATE or label is None or label in lexicon().record_days:
        return False
    return label not in lexicon().labels and not any(word in label for word in lexicon().updated)


def _as_headline(row: Row) -> Row:
    """A name or title is one however short."""
    return replace(row, numbered=True)


def _as_text(row: Row, labels: Mapping[int, str]) -> Row:
    day = next(find_dates(row.folded.text), None) if labels.get(row.index) in lexicon().record_days else None
    if day is not None:
        return dated_row(row, replace(day, start=0, end=day.end))
    dates = row.shape is Shape.DATE and not _HAPPENED.match(row.folded.text, row.marker)
    if dates or (row.shape is Shape.PROSE and row.date is None):
        return row
    return replace(as_field(row, opener=False), reason=None, zone=None)
