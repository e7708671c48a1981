"""Blocks of names that share a key, and the pairs of each: what is worth comparing."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b

_KEY_BYTES = 8


def pairs_of_blocks(keys_of: Iterable[Iterable[str]], limit: int) -> set[tuple[int, int]]:
    """Pairs (i, j), i < j, of nodes that share a key, each with the next `limit` nodes of the block.

    `keys_of` gives the keys of node 0, 1, ... A key is held as a hash, since names have far more keys
    than pairs; two keys with one hash, of which there are none to be expected, would add pairs.

    >>> sorted(pairs_of_blocks([["a", "b"], ["c"], ["b"], ["b", "a"]], 1))
    [(0, 2), (0, 3), (2, 3)]
    """
    hashes, nodes = array("Q"), array("I")
    for node, keys in enumerate(keys_of):
        hashed = {_hash(key) for key in keys}
        hashes.extend(hashed)
        nodes.extend([node] * len(hashed))
    pairs: set[tuple[int, int]] = set()
    for block in _blocks(hashes, nodes):
        for at, i in enumerate(block):
            pairs.update((i, j) for j in block[at + 1 : at + 1 + limit])
    return pairs


def _hash(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES).digest())


def _blocks(hashes: array[int], nodes: array[int]) -> Iterator[list[int]]:
    """The nodes of each hash that more than one has, in order."""
    import numpy as np

    keys, order = (
        np.frombuffer(hashes, np.uint64),
        np.argsort(np.frombuffer(hashes, np.uint64), kind="stable"),
    )
    ends = np.flatnonzero(np.diff(keys[order])) + 1
    bounds = np.concatenate(([0], ends, [len(order)]))
    owners = np.frombuffer(nodes, np.uint32)[order]
    for index in np.flatnonzero(np.diff(bounds) > 1):
        yield owners[bounds[index] : bounds[index + 1]].tolist()
