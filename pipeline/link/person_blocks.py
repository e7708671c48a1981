"""Which people are worth comparing: those that share a given-name and a family-name key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.link.blocks import hashed, pairs_of_blocks
from pipeline.link.given_names import given_keys, given_name
from pipeline.link.person_name import PersonName
from pipeline.link.spelling import deletions, spelling_key
from pipeline.romanization import ascii_lower

BLOCK_LIMIT = 200
"""Each name of a block is compared with so many after it: enough for the spellings of one person."""

_SLIP_LENGTH = 6
_VOWEL_LENGTH = 7


def block_pairs(names: Sequence[PersonName]) -> set[tuple[int, int]]:
    """Pairs of names that may be one person's, perhaps one slip apart."""
    return pairs_of_blocks((name_blocks((name,)) for name in names), BLOCK_LIMIT)


def name_blocks(names: Iterable[PersonName]) -> tuple[int, ...]:
    """The blocks that a person of some names is in."""
    return hashed({"\n".join(key) for name in names for key in _keys(name)})


def _keys(name: PersonName) -> Iterator[tuple[str, str]]:
    if name.bare or not name.given or name.initial:
        return
    others = [*name.middle, *name.family]
    yield "whole", "".join(map(spelling_key, name.words))
    yield from _pair_keys(name.given[0], others, name.tradition)
    if len(others) == 1:
        yield from _pair_keys(others[0], [name.given[0]], name.tradition)


def _pair_keys(given: str, others: Sequence[str], tradition: str) -> Iterator[tuple[str, str]]:
    firsts = tuple(dict.fromkeys((*given_keys(given), *given_keys(given.split("-")[0]))))
    own = ascii_lower(given)
    cuts = (own, *deletions(own)) if len(own) >= _SLIP_LENGTH else ()
    for other in others:
        for family in family_keys(other, tradition):
            yield from ((first, family) for first in firsts)
        for loose in sorted({ascii_lower(other), spelling_key(other)}):
            if len(loose) >= _SLIP_LENGTH:
                yield from ((first, "-" + cut) for cut in (loose, *deletions(loose)) for first in firsts)
        yield from (("-" + cut, spelling_key(other)) for cut in cuts)
    whole = spelling_key("".join(others))
    yield from ((first, "=" + whole) for first in firsts)


def family_keys(family: str, tradition: str) -> tuple[str, ...]:
    """Keys of which two romanisations of one family name share one.

    >>> bool(set(family_keys("Lipkouski", "slavic")) & set(family_keys("Lipkovsky", "slavic")))
    True
    """
    slavic = spelling_key(family, "slavic")
    keys = {"=" + spelling_key(family), "~" + slavic}
    keys |= {"+" + spelling_key(family, system) for system in ("turkic", "georgian")}
    if tradition in ("arabic", "unknown"):
        keys.add("^" + spelling_key(family, "arabic"))
        keys |= given_name(family).classes
    if len(slavic) >= _VOWEL_LENGTH:
        keys.add("%" + slavic.replace("a", "e"))
    return tuple(sorted(keys))


def word_keys(word: str) -> tuple[str, ...]:
    """Keys of which two spellings of one word of a name, given or family, share one."""
    loose = {ascii_lower(word), spelling_key(word)}
    cuts = {"-" + cut for key in loose if len(key) >= _SLIP_LENGTH for cut in (key, *deletions(key))}
    return tuple(sorted({*family_keys(word, "unknown"), *given_keys(word), *cuts}))
