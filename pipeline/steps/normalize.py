"""pages, items → clean items, corrections."""

from collections.abc import Iterator
from operator import attrgetter

from pipeline.costs import Outcome
from pipeline.memo import Memo
from pipeline.normalize import load_words, normalize_page
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.progress import tracked
from pipeline.remembered import found_in_pages
from pipeline.schema.dataset import Correction
from pipeline.schema.flow import CleanItem, RawItem, SourcePage
from pipeline.storage.cogroup import cogroup
from pipeline.storage.tables import count_rows, read_rows, write_rows


def run(paths: Paths, params: Params) -> Outcome:
    """Make the repaired reading of every item."""
    corrections: list[Correction] = []
    memo = Memo(paths.memo)
    rows = (CleanItem, Correction)
    results = found_in_pages("normalize", rows, _normalize, _pages(paths), memo, params, load_words)

    def items() -> Iterator[CleanItem]:
        for cleaned, repairs in tracked(results, count_rows(paths.stage("pages")), "normalize"):
            corrections.extend(repairs)
            yield from cleaned

    count = write_rows(paths.stage("clean"), CleanItem, items())
    write_rows(paths.stage("corrections"), Correction, corrections)
    return Outcome(
        f"{count} items read, {len(corrections)} corrections",
        count_rows(paths.stage("pages")),
        memo.asked - memo.computed,
    )


def _pages(paths: Paths) -> Iterator[tuple[SourcePage, list[RawItem]]]:
    pages = read_rows(paths.stage("pages"), SourcePage)
    items = read_rows(paths.stage("items"), RawItem)
    for page, (found,) in cogroup(pages, attrgetter("page_id"), items):
        if page.problem is None:
            yield page, found


def _normalize(
    pages: list[tuple[SourcePage, list[RawItem]]],
) -> list[tuple[list[CleanItem], list[Correction]]]:
    return [normalize_page(page, items) for page, items in pages]
