"""The words that pages are made of, and draws by Zipf's law."""

from __future__ import annotations

import tomllib
from bisect import bisect
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any


@cache
def table() -> Mapping[str, Any]:
    """The file words.toml."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


@cache
def words(section: str, name: str) -> tuple[str, ...]:
    """A list of words, the commonest first."""
    return tuple(table()[section][name].split())


@cache
def _weights(count: int) -> tuple[float, ...]:
    return tuple(accumulate(1 / (rank + 2) for rank in range(count)))


def zipf(random: Random, count: int) -> int:
    """A rank below `count`; rank r comes up in proportion to 1 / (r + 2)."""
    weights = _weights(count)
    return bisect(weights, random.random() * weights[-1], hi=count - 1)


def pick(random: Random, section: str, name: str) -> str:
    """A word of a list, by Zipf's law."""
    found = words(section, name)
    return found[zipf(random, len(found))]


def any_of(random: Random, options: Sequence[str]) -> str:
    """One of some texts, each as likely."""
    return options[int(random.random() * len(options))]
