"""Who says what of which words: candidates of the rules, and the claims of an item, which never overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pipeline.recognize.words.words import Text, Word

Said = TypeVar("Said")

_QUOTES = frozenset(('"', "“", "„", "«"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words `first`..`stop` name a `kind`, or surely nothing (None); `closing` more characters belong."""

    first: int
    stop: int
    kind: str | None
    place_kind: str | None = None
    closing: int = 0
    rule: str = ""


class Claims:
    """The accepted candidates of one item, those of `before` first; the first claim on a word stands."""

    def __init__(self, text: Text, before: Iterable[Candidate] = ()) -> None:
        self.text = text
        self._owner: list[Candidate | None] = [None] * len(text.words)
        self._said: dict[Callable[[Claims], Any], Any] = {}
        for candidate in before:
            self.accept(candidate)

    def accept(self, candidate: Candidate) -> bool:
        """Takes the candidate if all its words are free."""
        words = range(candidate.first, candidate.stop)
        if not words or not all(map(self.free, words)):
            return False
        for i in words:
            self._owner[i] = candidate
        self._said.clear()
        return True

    def free(self, i: int) -> bool:
        """Whether word i exists and nobody claims it."""
        return 0 <= i < len(self._owner) and self._owner[i] is None

    def free_words(self) -> Iterator[Word]:
        """Words that nobody claims when their turn comes."""
        return (word for word, owner in zip(self.text.words, self._owner, strict=True) if owner is None)

    def free_names(self) -> Iterator[Word]:
        """The same of the words whose capital may be that of a name."""
        owner = self._owner
        return (word for word in self.text.names if owner[word.i] is None)

    def owner(self, i: int) -> Candidate | None:
        """The candidate that holds word i."""
        return self._owner[i] if 0 <= i < len(self._owner) else None

    def retype(self, old: Candidate, kind: str | None, place_kind: str | None, rule: str) -> None:
        """Changes what a claim is called."""
        new = replace(old, kind=kind, place_kind=place_kind, rule=rule)
        for i in range(old.first, old.stop):
            self._owner[i] = new
        self._said.clear()

    def remembered(self, say: Callable[[Claims], Said]) -> Said:
        """What is said of the claims, said anew only where they have changed."""
        if say not in self._said:
            self._said[say] = say(self)
        said: Said = self._said[say]
        return said

    def __iter__(self) -> Iterator[Candidate]:
        """The claims in order."""
        last = None
        for owner in self._owner:
            if owner is not None and owner is not last:
                yield owner
            last = owner

    def words_of(self, candidate: Candidate) -> str:
        """The name's words joined by single spaces; the form that mentions are compared by."""
        return " ".join(word.text for word in self.text.words[candidate.first : candidate.stop])

    def quoted_in(self, candidate: Candidate) -> frozenset[str]:
        """The words in quotation marks inside a name, as one."""
        words = self.text.words
        for i in range(candidate.first + 1, candidate.stop):
            if words[i].gap[:1] == " " and words[i].gap[1:] in _QUOTES:
                return frozenset((self.words_of(replace(candidate, first=i)),))
        return frozenset()

    def span(self, candidate: Candidate) -> tuple[int, int]:
        """Clean offsets of a candidate."""
        words = self.text.words
        return words[candidate.first].start, words[candidate.stop - 1].end + candidate.closing
