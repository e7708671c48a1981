"""The rules for names over a corpus: pages shared out, and read again only where something is new to them.

The corpus goes through the phases of the rules together. What each page knew after each phase is kept from
the last run; a page that is what it was, and to which the corpus says in no phase anything else than in the
last run, has the names that it had. The corpus says nothing to a page but of names whose words it has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.last_run import LastRun, PageNote, note_run
from pipeline.memo import fingerprint
from pipeline.parallel import Asked, placed
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.recognize import KEPT, RULES, Known, Part, capitals_of, load_knowledge, phases_of
from pipeline.schema.arrow import from_table, schema_of, to_table
from pipeline.schema.flow import CleanItem, Mention, PageName, PageWords, TokenTags
from pipeline.stage_pages import stage_pages
from pipeline.storage.cogroup import cogroup
from pipeline.storage.pages import PagePart, pages_of
from pipeline.versions import stage_version

PAGES_A_PROCESS = 16
"""Fewer pages are not worth a process."""

_CLASSES: dict[str, type[Any]] = {"words": PageWords, "names": PageName, "found": Mention}


@dataclass(frozen=True, slots=True)
class NamesOfPages:
    """The mentions of all pages in their order, and how many items' were those of the last run."""

    mentions: pa.Table
    remembered: int


def names_of_pages(paths: Paths, params: Params) -> NamesOfPages:
    """Find the names in the parsed items."""
    pages = list(_pages_with_digests(paths))
    store = paths.cache / "pages" / "names"
    last = LastRun(store, tuple(_CLASSES))
    known = [note.page_id for note, _ in pages if last.number(note.page_id, note.digest) is not None]
    corpus = _Corpus(paths, params, last.whole() if known else None, known)
    corpus.read([note.page_id for note, _ in pages if note.page_id not in corpus.known])
    found = corpus.find()
    order = pa.array([note.page_id for note, _ in pages], pa.string())
    tables = {name: _in_order(table, order) for name, table in found.items()}
    note_run(store, tables, [note for note, _ in pages])
    remembered = sum(items for note, items in pages if note.page_id in corpus.known)
    return NamesOfPages(tables["found"], remembered)


def _in_step(paths: Paths) -> Iterator[tuple[PagePart, PagePart]]:
    parses = stage_pages(paths, "parses", TokenTags)
    items = stage_pages(paths, "clean", CleanItem)
    for page, (parsed,) in cogroup(items, attrgetter("page_id"), parses):
        yield page, parsed[0]


def _pages_with_digests(paths: Paths) -> Iterator[tuple[PageNote, int]]:
    version = stage_version("recognize")
    for items, parses in _in_step(paths):
        digest = fingerprint(version, items.digest, parses.digest)
        yield PageNote(items.page_id, digest, ()), items.count


def _rows(paths: Paths, wanted: Collection[str]) -> Iterator[list[tuple[CleanItem, TokenTags]]]:
    for items, parses in _in_step(paths):
        if items.page_id in wanted:
            rows = (
                from_table(pa.Table.from_batches([part.rows]), row)
                for part, row in ((items, CleanItem), (parses, TokenTags))
            )
            yield list(zip(*rows, strict=True))


class ColumnsPart:
    """Some pages in the phases of the rules; what they know is told as columns."""

    def __init__(self, paths: Paths, pages: Collection[str], kept: int) -> None:
        self._part = Part(lambda: _rows(paths, pages), RULES, kept)

    def words(self) -> pa.Table:
        """As `Part.words`."""
        return to_table(self._part.words(), PageWords)

    def begin(self, capitals: frozenset[str], said: Sequence[Known]) -> list[pa.Table]:
        """Hear the capitals, and go through as many phases as the corpus has said names for."""
        self._part.hear(capitals)
        return [self.advance(names) for names in said]

    def advance(self, names: Known) -> pa.Table:
        """As `Part.advance`."""
        return to_table(self._part.advance(names), PageName)

    def mentions(self, names: Known) -> pa.Table:
        """As `Part.mentions`."""
        return to_table(self._part.mentions(names), Mention)


class _Corpus:
    """All pages on their way through the phases: those that are read, and those `known` from the last run.

    Where the corpus says something new to a known page, it is read, and brought to where the others are.
    """

    def __init__(
        self, paths: Paths, params: Params, last: tuple[pa.Table, ...] | None, known: Iterable[str]
    ) -> None:
        self._paths, self._params = paths, params
        self._last = dict(zip(_CLASSES, last, strict=True)) if last else {}
        self.known = set(known)
        self._parts: list[Asked] = []
        self._made: dict[str, list[pa.Table]] = {name: [] for name in _CLASSES}
        self._capitals: frozenset[str] | None = None
        self._said: list[Known] = []

    def read(self, pages: Sequence[str]) -> None:
        """Take pages in, and bring them to where the others are."""
        if not pages:
            return
        self.known.difference_update(pages)
        parts = self._shared_out(pages)
        self._made["words"] += _asked(parts, "words")
        if self._capitals is not None:
            for tables in _asked(parts, "begin", self._capitals, self._said):
                self._made["names"] += tables
        self._parts += parts

    def find(self) -> dict[str, pa.Table]:
        """Words, names known and mentions of all pages."""
        self._capitals = _capitals(self._all("words"))
        _asked(self._parts, "begin", self._capitals, ())
        if self._last:
            self._tell(_capitals(self._last["words"]) ^ self._capitals)
        last = len(phases_of(RULES)) - 1
        for phase in range(last + 1):
            names = _known_after(phase - 1, self._all("names"))
            if self._last:
                self._tell(names.changes(_known_after(phase - 1, self._last["names"])))
            name, method = ("names", "advance") if phase < last else ("found", "mentions")
            self._made[name] += _asked(self._parts, method, names)
            self._said.append(names)
        for part in self._parts:
            part.end()
        return {name: self._all(name) for name in _CLASSES}

    def _tell(self, changed: Collection[str]) -> None:
        """Read the known pages to which some changed names say something."""
        self.read(sorted(_pages_having(changed, self._of_known("words"))))

    def _shared_out(self, pages: Sequence[str]) -> list[Asked]:
        count = max(1, min(self._params.cores, len(pages) // PAGES_A_PROCESS))
        if count > 1:
            load_knowledge()  # the processes share it
        shares = [frozenset(pages[number::count]) for number in range(count)]
        return placed(
            [partial(ColumnsPart, self._paths, share, KEPT // count) for share in shares], self._params
        )

    def _all(self, name: str) -> pa.Table:
        tables = [self._of_known(name)] if self._last else []
        return pa.concat_tables([schema_of(_CLASSES[name]).empty_table(), *tables, *self._made[name]])

    def _of_known(self, name: str) -> pa.Table:
        table = self._last[name]
        known = pa.array(sorted(self.known), pa.string())
        return table.filter(pc.is_in(pages_of(table), value_set=known))


def _asked(parts: Sequence[Asked], method: str, *arguments: Any) -> list[Any]:
    """What all parts answer, each while the others work."""
    for part in parts:
        part.ask(method, *arguments)
    return [part.answer() for part in parts]


def _capitals(words: pa.Table) -> frozenset[str]:
    inside, small = (
        pc.unique(pc.list_flatten(words.column(name))).to_pylist() for name in ("inside", "small")
    )
    return capitals_of(inside, frozenset(small))


def _known_after(phase: int, names: pa.Table) -> Known:
    """The names that the pages know together after a phase."""
    rows = names.filter(pc.equal(names.column("phase"), phase))
    groups = rows.group_by(["name", "kind", "place_kind"], use_threads=False)
    sums = groups.aggregate([("mentions", "sum")]).to_pydict()
    known = Known()
    known.add(zip(sums["name"], sums["kind"], sums["place_kind"], sums["mentions_sum"], strict=True))
    return known


def _pages_having(names: Collection[str], words: pa.Table) -> set[str]:
    """The pages that have all the words of one of the names."""
    wanted = pa.array(sorted({word for name in names for word in name.split(" ")}), pa.string())
    pages: dict[str, set[str]] = defaultdict(set)
    for kind in ("inside", "small", "others"):
        lists = words.column(kind).combine_chunks()
        flat, parents = pc.list_flatten(lists), pc.list_parent_indices(lists)
        hits = pc.indices_nonzero(pc.is_in(flat, value_set=wanted))
        where = words.column("page_id").take(parents.take(hits))
        for word, page in zip(flat.take(hits).to_pylist(), where.to_pylist(), strict=True):
            pages[word].add(page)
    found = (set.intersection(*(pages[word] for word in name.split(" "))) for name in names)
    return set().union(*found)


def _in_order(table: pa.Table, order: pa.Array) -> pa.Table:
    """Rows by page, the pages as in `order`; those of a page stay in their order."""
    ranks = pc.index_in(pages_of(table), value_set=order)
    return table.take(pc.array_sort_indices(ranks))
