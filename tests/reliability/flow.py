"""The stages on one page, in this process and in memory, with the seconds that each took."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from pipeline.extract import join, load_event_types, tell
from pipeline.link import link
from pipeline.normalize import normalize_page
from pipeline.recognize import parse_items, recognize
from pipeline.resolve_dates import resolve_dates
from pipeline.schema.flow import SourcePage
from pipeline.segment import segment_page

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Clock:
    """Processor time by stage, so that other work on the machine counts little."""

    seconds: dict[str, float] = field(default_factory=dict)

    def __call__(self, stage: str, work: Callable[[], Result]) -> Result:
        start = time.process_time()
        result = work()
        self.seconds[stage] = time.process_time() - start
        return result


def page_of(text: str) -> SourcePage:
    """An English page without metadata."""
    return SourcePage("p", "p.txt", "0" * 64, None, None, None, "en", text)


def seconds_by_stage(text: str) -> dict[str, float]:
    """Run every pure stage on one page."""
    page, clock = page_of(text), Clock()
    items, _ = clock("segment", lambda: segment_page(page))
    clean, _ = clock("normalize", lambda: normalize_page(page, items))
    parses = clock("parse", lambda: list(parse_items(clean)))
    mentions = clock("recognize", lambda: recognize(clean, parses))
    pairs = list(zip(clean, parses, strict=True))
    dates = clock("resolve_dates", lambda: [resolve_dates(item, parse) for item, parse in pairs])
    linked, entities, _ = clock("link", lambda: link(clean, mentions))
    by_id = {entity.entity_id: entity for entity in entities}
    named = {key: list(rows) for key, rows in groupby(linked, attrgetter("item_id"))}
    told = clock(
        "tell",
        lambda: [
            telling
            for (item, parse), found in zip(pairs, dates, strict=True)
            for telling in tell(item, parse, named.get(item.item_id, []), by_id, found)
        ],
    )
    plover = {kind.name: (kind.plover_event, kind.plover_mode) for kind in load_event_types()}
    clock("join", lambda: join(told, entities, plover))
    return clock.seconds
