"""Whole pages: how many items, which layout, which of them stood on another page before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random

from benchmarks.corpus.items import DAYS, FIRST_DAY, News, news
from benchmarks.corpus.layouts import LAYOUTS, html_posts
from benchmarks.corpus.words import zipf

REPEATED = 0.1
"""Part of the items that are agency reports, which several pages carry word for word."""

AGENCY_REPORTS = 100_000
PAGES_IN_FOLDER = 1_000


@dataclass(frozen=True, slots=True)
class Size:
    """How much to make. Two pages of even and odd number have twice `items` together, at least one each."""

    pages: int
    items: int = 5
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Page:
    """A made-up page: where it goes under raw/, what it says, into how many items it is to be cut."""

    path: str
    text: str
    items: int


def page(number: int, items: int, seed: int) -> Page:
    """The page of a number: the same however many pages there are."""
    random = Random(f"{seed} page {number}")
    layout = LAYOUTS[number // 2 % len(LAYOUTS)]
    count = _items_on(number, items, seed)
    day = FIRST_DAY + timedelta(days=DAYS - int(random.random() * DAYS / 2))
    found: list[News] = []
    for _ in range(count):
        day -= timedelta(days=1 + int(random.random() * 3))
        repeated = random.random() < REPEATED
        report = Random(f"{seed} report {zipf(random, AGENCY_REPORTS)}")
        found.append(news(report) if repeated else news(random, day))
    suffix = "html" if layout is html_posts else "txt"
    path = f"{number // PAGES_IN_FOLDER:03}/page-{number:06}.{suffix}"
    return Page(path, layout(found), count)


def pages(size: Size) -> Iterator[Page]:
    """All pages of a corpus, in order."""
    return (page(number, size.items, size.seed) for number in range(size.pages))


def write_corpus(folder: Path, size: Size) -> int:
    """Write a corpus under a folder; returns how many items its pages have."""
    count = 0
    for made in pages(size):
        path = folder / made.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made.text, encoding="utf-8")
        count += made.items
    return count


def _items_on(number: int, items: int, seed: int) -> int:
    """Half as many as the mean to half as many more; a pair of pages has twice the mean."""
    more = int(Random(f"{seed} pair {number // 2}").random() * (items // 2 + 1))
    return items + more if number % 2 else items - more
