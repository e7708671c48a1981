"""Names of one word that fit more than one person of their page: the machine had to choose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from pipeline.schema.dataset import MentionRow, Person


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name, and the ids of all whom it may name, the one chosen first."""

    mention: MentionRow
    candidates: tuple[str, ...]


def ambiguous_names(mentions: Iterable[MentionRow], people: Mapping[str, Person]) -> Iterator[Ambiguous]:
    """The doubtful names among the mentions of one page, in their order.

    A word fits a person who is called by it and more on the page, as `Dao` fits `Alima Dao`.
    """
    named = [mention for mention in mentions if mention.entity_kind == "person"]
    bearers: dict[str, set[str]] = defaultdict(set)
    for mention in named:
        words = _words(mention.text)
        for word in words if len(words) > 1 else ():
            bearers[word].add(mention.entity_id)
    for mention in named:
        words = _words(mention.text)
        fitting = bearers.get(words[0], set()) if len(words) == 1 else set()
        others = sorted(one for one in fitting - {mention.entity_id} if one in people)
        if others and mention.entity_id in people and len({mention.entity_id, *others}) > 1:
            yield Ambiguous(mention, (mention.entity_id, *others))


@lru_cache(maxsize=65_536)
def _words(name: str) -> list[str]:
    return anyascii(name).casefold().replace(".", ". ").split()
