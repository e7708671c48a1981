"""Rows of an item are what they are without a memo, whichever page they are of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.memo import Memo
from pipeline.normalize import normalize_page
from pipeline.params import Params
from pipeline.remembered import RESOURCES, found_in_items, found_in_pages, sources
from pipeline.resolve_dates import resolve_dates
from pipeline.schema.dataset import Correction, RejectedSpan
from pipeline.schema.flow import (
    Block,
    CleanItem,
    DateMention,
    Parse,
    Participant,
    RawItem,
    SourcePage,
    Telling,
)
from pipeline.schema.plain import OF_A_PAGE, from_plain, plain
from pipeline.segment import segment_page

ROOT = Path(__file__).parent.parent
TEXT = "She was held in Gulu on 3 May 2014 and freed two days later, in early June 2014."
NOTHING: tuple[()] = ()


def item(number: int, text: str = TEXT) -> tuple[CleanItem, Parse]:
    """An item of page `number` that is not parsed."""
    clean = CleanItem(
        f"p{number}#0", f"p{number}", text, (Block("body", 0, len(text)),), (), None, None, None
    )
    return clean, Parse(clean.item_id, *(NOTHING,) * 9)


class Resolver:
    """Counts the items whose dates it is asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, inputs: list[tuple[CleanItem, Parse]]) -> list[list[DateMention]]:
        self.asked += len(inputs)
        return [resolve_dates(*given) for given in inputs]


def found(
    inputs: list[tuple[CleanItem, Parse]], resolver: Resolver, path: Path | None
) -> list[list[DateMention]]:
    serial = Params(executor="serial")
    return list(found_in_items("resolve_dates", DateMention, resolver, inputs, Memo(path), serial))


@pytest.mark.parametrize("remembers", [True, False])
def test_the_same_text_is_read_once_and_belongs_to_each_page(remembers: bool, tmp_path: Path) -> None:
    inputs = [item(1), item(2), item(3, "On 4 May 2011 nothing was said."), item(4)]
    expected = [resolve_dates(*given) for given in inputs]
    assert expected[0] and expected[0] != expected[1]
    path, resolver = tmp_path / "memo" if remembers else None, Resolver()
    assert found(inputs, resolver, path) == expected
    assert resolver.asked == 2
    assert found(inputs, resolver, path) == expected
    assert resolver.asked == (2 if remembers else 4)


def test_whatever_an_item_says_is_part_of_the_key(tmp_path: Path) -> None:
    (clean, parse), resolver = item(1), Resolver()
    other = replace(clean, blocks=(Block("dateline", 0, len(TEXT)),))
    found([(clean, parse)], resolver, tmp_path / "memo")
    found([(other, parse), (clean, replace(parse, sentence_starts=(0, 3)))], resolver, tmp_path / "memo")
    assert resolver.asked == 3


def test_what_pages_hold_comes_back_whole(tmp_path: Path) -> None:
    text = "4 May 2014: Teh police held two nurses in Gulu.\n\n5 May 2014: A court freed one of the nurses.\n"
    pages = [SourcePage(f"p{n}", f"p{n}.txt", "0" * 64, None, None, None, "en", text * n) for n in (1, 2)]
    cut = [segment_page(page) for page in pages]
    clean = [normalize_page(page, items) for page, (items, _) in zip(pages, cut, strict=True)]
    assert any(item.edits for items, _ in clean for item in items)

    def again(stage: str, rows: tuple[type, ...], inputs: list[Any], found: list[Any]) -> list[Any]:
        memo, results = Memo(tmp_path / stage), iter(found)
        serial = Params(executor="serial")
        return list(
            found_in_pages(stage, rows, lambda some: [next(results) for _ in some], inputs, memo, serial)
        )

    inputs = list(zip(pages, [items for items, _ in cut], strict=True))
    for found in (cut, []):  # the second time nothing is computed
        assert again("segment", (RawItem, RejectedSpan), [(page,) for page in pages], found) == cut
    for found in (clean, []):
        assert again("normalize", (CleanItem, Correction), inputs, found) == clean


def test_nested_rows_come_back_whole() -> None:
    told = Telling(
        "p#1", "arrest", 3, 8, 0, 40, "held", "She was held.", "2014-05-03", None, None, "day", None,
        (Participant("person", "x", "target"), Participant("organization", "y", "actor")), 0.25, "held",
    )  # fmt: skip
    assert from_plain(Telling, plain(told, OF_A_PAGE), item_id="p#1") == told
    assert from_plain(Telling, plain(told)) == told


@pytest.mark.parametrize("stage", RESOURCES)
def test_the_version_covers_all_that_the_stage_depends_on(stage: str) -> None:
    stages = yaml.safe_load((ROOT / "dvc.yaml").read_text(encoding="utf-8"))["stages"]
    covered = sources(stage)
    deps = [ROOT / dep for dep in stages[stage]["deps"] if dep.startswith("pipeline/")]
    outside = {"curation", "parallel", "steps", "storage"}  # these carry rows about and change none
    assert [
        dep
        for dep in deps
        if not any(own == dep or own in dep.parents or dep in own.parents for own in covered)
        and dep.relative_to(ROOT / "pipeline").parts[0] not in outside
    ] == []
