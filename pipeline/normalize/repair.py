"""The steps of text repair, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from pipeline.normalize.doubled import doubled_words
from pipeline.normalize.encoding import composed, control_characters, invisible, mojibake
from pipeline.normalize.markup import entities, tags
from pipeline.normalize.months import misspelt_months
from pipeline.normalize.spacing import missing_spaces, white_space, wrapped_words
from pipeline.normalize.spelling import misspellings
from pipeline.normalize.traced_text import Fix, Repair, TracedText

Step = Callable[[str], Iterator[Fix]]

# Entities may spell mojibake, mojibake may hide soft hyphens and odd spaces, words can be judged only
# when their characters are right, and two words are the same only when they are spelt right.
BEFORE_SPELLING: tuple[Step, ...] = (
    entities,
    mojibake,
    control_characters,
    tags,
    composed,
    invisible,
    wrapped_words,
    white_space,
    missing_spaces,
)
AFTER_SPELLING: tuple[Step, ...] = (misspelt_months, doubled_words)


def repair_text(traced: TracedText, counts: Mapping[str, int], cut_off: bool = False) -> list[Repair]:
    """Repair a block in place; each step reads what the one before it left.

    `counts` tells how often the page has each word; the last word of a text that is `cut_off` is
    never respelt. The repairs returned do not contain one another and read as the repaired text.
    """
    spelling: Step = partial(misspellings, counts=counts, cut_off=cut_off)
    repairs: list[Repair] = []
    for step in (*BEFORE_SPELLING, spelling, *AFTER_SPELLING):
        repairs += traced.apply(_in_order(step(traced.text)))
    return [
        replace(repair, corrected=traced.reading(repair.start, repair.end)) for repair in _outermost(repairs)
    ]


def _in_order(fixes: Iterable[Fix]) -> list[Fix]:
    """Fixes by place, without those that overlap one before them."""
    kept: list[Fix] = []
    for fix in sorted(fixes, key=lambda fix: (fix.start, -fix.end)):
        if not kept or fix.start >= kept[-1].end:
            kept.append(fix)
    return kept


def _outermost(repairs: list[Repair]) -> list[Repair]:
    """Repairs by place, without those inside another, whose reading has them already."""
    kept: list[Repair] = []
    for repair in sorted(repairs, key=lambda repair: (repair.start, -repair.end)):
        if not kept or repair.end > kept[-1].end:
            kept.append(repair)
    return kept
