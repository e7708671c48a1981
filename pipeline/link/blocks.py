"""Blocks of names that have something in common, and the pairs of each: what is worth comparing."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

from pipeline.schema.linking import Blocks

_HASH_BYTES = 8


def hashed(keys: Iterable[str]) -> tuple[int, ...]:
    """Keys as hashes, sorted: names have far more keys than pairs, and a hash takes little room.

    Two keys with one hash, of which there are none to be expected, would add pairs.
    """
    return tuple(sorted(set(map(_hash, keys))))


def pairs_of_blocks(hashes_of: Iterable[Iterable[int]], limit: int) -> set[tuple[int, int]]:
    """Pairs (i, j), i < j, of nodes that share a hash, each with the next `limit` nodes of the block.

    `hashes_of` gives the hashes of node 0, 1, ..., none of them twice.

    >>> sorted(pairs_of_blocks([[7, 8], [9], [8], [8, 7]], 1))
    [(0, 2), (0, 3), (2, 3)]
    """
    hashes, nodes = array("q"), array("I")
    for node, own in enumerate(hashes_of):
        before = len(hashes)
        hashes.extend(own)
        nodes.extend([node] * (len(hashes) - before))
    pairs: set[tuple[int, int]] = set()
    for block in _blocks(hashes, nodes):
        for at, i in enumerate(block):
            pairs.update((i, j) for j in block[at + 1 : at + 1 + limit])
    return pairs


def pairs_sought(blocks: Sequence[Blocks]) -> Iterator[tuple[list[int], list[int]]]:
    """Of each block that is sought, the nodes that seek it and all that are in it, in order."""
    sought = {wanted for node in blocks for wanted in node.sought}
    members: dict[int, list[int]] = {wanted: [] for wanted in sorted(sought)}
    seekers: dict[int, list[int]] = {wanted: [] for wanted in members}
    for number, node in enumerate(blocks):
        for offered in node.offered:
            if offered in members:
                members[offered].append(number)
        for wanted in node.sought:
            seekers[wanted].append(number)
    for wanted, every in members.items():
        yield seekers[wanted], every


def _hash(key: str) -> int:
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=_HASH_BYTES).digest()
    return int.from_bytes(digest, signed=True)


def _blocks(hashes: array[int], nodes: array[int]) -> Iterator[list[int]]:
    """The nodes of each hash that more than one has, in order."""
    import numpy as np

    keys, order = (
        np.frombuffer(hashes, np.int64),
        np.argsort(np.frombuffer(hashes, np.int64), kind="stable"),
    )
    ends = np.flatnonzero(np.diff(keys[order])) + 1
    bounds = np.concatenate(([0], ends, [len(order)]))
    owners = np.frombuffer(nodes, np.uint32)[order]
    for index in np.flatnonzero(np.diff(bounds) > 1):
        yield owners[bounds[index] : bounds[index + 1]].tolist()
