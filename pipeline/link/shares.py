"""The names of a corpus dealt to shares, so that two that are compared are in one share.

What becomes of a share depends on nothing outside it: shares are linked apart, over the workers, and one
that is what it was in the last run is not linked again.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

from pipeline.link.grouping import Groups

SHARES = 128
"""Enough that a page, which names some twenty, concerns few; each takes a millisecond of its own."""


def shares_of(keys: Sequence[str], hashes: Any, owners: Any) -> list[int]:
    """The share of each key, from 0; keys come sorted.

    `hashes` and `owners` are NumPy arrays: a block, and the number of a key that is in it.
    """
    import numpy as np

    order = np.argsort(hashes, kind="stable")
    hashes, owners = hashes[order], owners[order].astype(np.int64)
    together = np.flatnonzero(hashes[1:] == hashes[:-1])
    pairs = np.unique(owners[together] * len(keys) + owners[together + 1])
    groups = Groups(len(keys))
    for pair in pairs.tolist():
        groups.join(*divmod(pair, len(keys)))
    return [share_of(keys[groups.find(number)]) for number in range(len(keys))]


def share_of(key: str) -> int:
    """The share of a key that is compared with no lesser one."""
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=4).digest()
    return int.from_bytes(digest) % SHARES
