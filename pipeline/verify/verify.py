"""All checks of a dataset, each run where the tables that it reads can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pyarrow as pa

from pipeline.schema.dataset import TABLES
from pipeline.verify import counts, names, references, spans, structure, values
from pipeline.verify.dataset import Dataset
from pipeline.verify.finding import Finding, capped, shown
from pipeline.verify.originals import originals
from pipeline.verify.package import package

ALL = frozenset(name for name, _ in TABLES)


@dataclass(frozen=True, slots=True)
class Check:
    """A check and the tables without which it cannot run."""

    run: Callable[[Dataset], Iterator[Finding]]
    needs: frozenset[str] = frozenset()


def _structural() -> Iterator[Check]:
    """Checks that bear with nulls in any column."""
    for name, _ in TABLES:
        for check in (structure.choices, structure.keys, references.foreign_keys):
            yield Check(partial(check, table=name), frozenset({name}))
    yield Check(package, ALL)


def _checks() -> Iterator[Check]:
    """Checks of values, which read columns without nulls as such."""
    yield Check(names.item_ids, frozenset({"items"}))
    yield Check(names.mention_ids, frozenset({"items", "mentions"}))
    yield Check(references.mentioned_entities, frozenset({"mentions"}))
    yield Check(references.told_in_items, frozenset({"events", "items"}))
    yield Check(references.place_names, frozenset({"events", "places"}))
    yield Check(counts.items_of_pages, frozenset({"items", "pages"}))
    yield Check(counts.texts_of_pages, frozenset({"page_texts", "pages"}))
    yield Check(counts.tellings_of_events, frozenset({"events", "event_mentions"}))
    for kind, table in references.ENTITY_TABLES.items():
        yield Check(partial(names.aliases, kind=kind), frozenset({table}))
        yield Check(partial(counts.mentions_of_entities, kind=kind), frozenset({"mentions", table}))
    for column, key, row in references.NESTED:
        both = frozenset({"events", column})
        yield Check(partial(references.participants, column=column, key=key, row=row), both)
        yield Check(partial(counts.days_of_participants, column=column, key=key), both)
        flat = frozenset({"events", f"event_{column}"})
        yield Check(partial(references.participant_tables, column=column, key=key), flat)
    yield Check(values.patterns)
    yield Check(values.bounds)
    yield Check(values.date_expressions, frozenset({"dates"}))
    yield Check(values.event_dates, frozenset({"events"}))
    yield Check(values.published_dates, frozenset({"items"}))
    yield Check(spans.spans, spans.NEEDED)


def verify(folder: Path, raw: Path | None = None) -> list[Finding]:
    """Every break of the contract in a dataset folder, none in a good one.

    With `raw`, the folder of pages, their files are compared too: hashes, and the text of UTF-8 files.
    Nothing is written. Checks of values in a table that cannot be read, or has nulls where none may be,
    are left out. Of many findings of one check the first are told and the rest counted.
    """
    if not folder.is_dir():
        return [Finding("dataset", "", f"{folder} is no folder")]
    findings, usable = structure.files(folder)
    data = Dataset(folder, usable)
    findings += _run_all(_structural(), data)
    holes = {name: _run(Check(partial(structure.nulls, table=name)), data) for name in sorted(usable)}
    findings += [finding for found in holes.values() for finding in found]
    data = Dataset(folder, frozenset(name for name, found in holes.items() if not found))
    findings += _run_all(_checks(), data)
    if raw is not None:
        findings += _run_all([Check(partial(originals, raw=raw), frozenset({"pages"}))], data)
    return findings


def _run_all(checks: Iterable[Check], data: Dataset) -> list[Finding]:
    return [finding for check in checks if check.needs <= data.tables for finding in _run(check, data)]


def _run(check: Check, data: Dataset) -> list[Finding]:
    """A check's findings; a file that breaks off while it is read is one itself."""
    findings: list[Finding] = []
    try:
        findings.extend(capped(check.run(data)))
    except (pa.ArrowException, OSError) as error:
        findings.append(Finding(", ".join(sorted(check.needs)), "", f"cannot be read: {shown(str(error))}"))
    return findings
