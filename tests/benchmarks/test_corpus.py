"""The made-up pages: the same every time, and cut into the items that they were made of."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.corpus import Page, Size, write_corpus
from benchmarks.corpus.layouts import LAYOUTS
from benchmarks.corpus.pages import pages
from benchmarks.corpus.words import table
from pipeline.read.html import read_html
from pipeline.schema.dataset import EVENT_TYPES
from pipeline.schema.flow import SourcePage
from pipeline.segment import segment_page

SIZE = Size(pages=6 * len(LAYOUTS), items=5)


def text_of(page: Page) -> str:
    return read_html(page.text).text if page.path.endswith("html") else page.text


def test_a_page_does_not_depend_on_how_many_there_are() -> None:
    assert list(pages(SIZE))[:10] == list(pages(Size(10, SIZE.items)))
    assert list(pages(SIZE)) != list(pages(Size(SIZE.pages, SIZE.items, seed=2)))


def test_pages_hold_the_mean_of_items() -> None:
    made = list(pages(SIZE))
    assert sum(page.items for page in made) == SIZE.pages * SIZE.items
    assert len({page.items for page in made}) > 2


@pytest.mark.parametrize("layout", range(len(LAYOUTS)), ids=[layout.__name__ for layout in LAYOUTS])
def test_pages_are_cut_into_their_items(layout: int) -> None:
    cut = {}
    for number, page in enumerate(pages(SIZE)):
        if number // 2 % len(LAYOUTS) == layout:
            source = SourcePage("p", page.path, "", None, None, None, "en", text_of(page))
            cut[page.path] = len(segment_page(source)[0]), page.items
    assert len(cut) == 6
    assert {path: pair for path, pair in cut.items() if pair[0] != pair[1]} == {}


def test_words_repeat_as_in_a_language() -> None:
    counts = Counter(word for page in pages(SIZE) for word in page.text.split())
    common = sorted(counts.values(), reverse=True)
    assert common[0] > 50 * common[len(common) // 2]
    assert sum(n == 1 for n in common) > len(common) / 4


def test_every_event_type_is_told() -> None:
    assert set(table()["sentences"]["events"]) == set(EVENT_TYPES)


def test_a_corpus_is_written_page_by_page(tmp_path: Path) -> None:
    assert write_corpus(tmp_path, Size(4, 3)) == 12
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 4
