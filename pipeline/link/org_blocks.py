"""Which organisations are worth comparing: those that share a telling word, all words, or a body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.link.blocks import hashed, pairs_of_blocks
from pipeline.link.org_name import OrgName
from pipeline.link.spelling import deletions, spelling_key

BLOCK_LIMIT = 100
"""Each name of a block is compared with so many after it."""

_SLIP_LENGTH = 6


def word_pairs(names: Sequence[OrgName]) -> set[tuple[int, int]]:
    """Pairs of names that may be one body's by their words."""
    return pairs_of_blocks((word_blocks((name,)) for name in names), BLOCK_LIMIT)


def word_blocks(names: Iterable[OrgName]) -> tuple[int, ...]:
    """The blocks that a body of some names is in by their words."""
    return hashed({key for name in names for key in _keys(name)})


def _keys(name: OrgName) -> Iterator[str]:
    if name.acronym:
        yield "acronym " + name.acronym.upper()
    if name.body:
        yield "body " + name.body
        return
    yield "words " + " ".join(name.bag)
    if name.quoted:
        yield "words " + " ".join(name.quoted)
    yield "no place " + " ".join(s for s in name.bag if s not in name.places)
    for word in sorted(name.own):
        yield "own " + spelling_key(word, "slavic")
        if len(word) >= _SLIP_LENGTH:
            yield from ("slip " + cut for cut in (word, *deletions(word)))
