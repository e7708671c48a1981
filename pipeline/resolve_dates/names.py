"""Months and weekdays that are names of people: Henryk April, Sunday Okafor."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from pipeline.calendar_words import MONTH_NAMES, WEEKDAY_NAMES, alternation
from pipeline.resolve_dates.neighbourhood import Neighbourhood
from pipeline.resolve_dates.words import resource
from pipeline.schema.flow import ModelEntity

_GUARDS = resource("guards")
_CALENDAR = alternation(word.capitalize() for word in (*MONTH_NAMES, *WEEKDAY_NAMES))
_CALENDAR_WORD = re.compile(rf"(?<![\w’'-]){_CALENDAR}(?![\w-])")


_WEEKDAYS = frozenset(word.capitalize() for word in WEEKDAY_NAMES)
_OPENERS = frozenset(_GUARDS["sentence_openers"])
_TITLES = frozenset(_GUARDS["titles"])
_WEEKDAY_NAMES = frozenset(_GUARDS["weekday_names"])


class Names:
    """Whether words of an item are, or stand beside, the name of a person."""

    def __init__(self, beside: Neighbourhood, entities: Sequence[ModelEntity]) -> None:
        self._beside = beside
        self._people = [(e.start, e.end) for e in entities if e.label == "PERSON"]

    def follows_name(self, start: int) -> bool:
        """True behind a title, an initial or a capitalised word that opens no sentence."""
        word = self._beside.previous_word(start)
        if not word or not word[:1].isupper():
            return False
        if word.rstrip(".") in _TITLES or word in _WEEKDAY_NAMES:
            return True
        if word.endswith(".") and len(word) > 2:
            return False  # the end of a sentence
        return word not in _OPENERS and not _CALENDAR_WORD.fullmatch(word)

    def leads_name(self, end: int) -> bool:
        """True before a capitalised word that is no month or weekday: a given name before a surname."""
        word = self._beside.next_word(end)
        return word[:1].isupper() and not _CALENDAR_WORD.fullmatch(word)

    def is_person(self, start: int, end: int) -> bool:
        """True for a word inside a longer span that the model calls a person, or with a name before it."""
        head = self._beside.tree.head_of(start, end)
        if head is not None and any(
            t.text[:1].isupper() for t in self._beside.tree.children(head.i, "compound")
        ):
            return True
        return self._is_within_person(start, end)

    def _is_within_person(self, start: int, end: int) -> bool:
        index = bisect_right(self._people, (start, len(self._beside.text))) - 1
        if index < 0:
            return False
        first, last = self._people[index]
        return end <= last and (first, last) != (start, end)

    def is_weekday_name(self, previous: str) -> bool:
        """True behind a word that makes a name of a weekday (Good Friday), or behind a title."""
        return previous in _WEEKDAY_NAMES or previous.rstrip(".") in _TITLES

    @cached_property
    def name_words(self) -> frozenset[str]:
        """Months and weekdays that this item uses as names of people, lower case."""
        found = _CALENDAR_WORD.finditer(self._beside.text)
        return frozenset(match.group().casefold() for match in found if self._is_name(match))

    def _is_name(self, match: re.Match[str]) -> bool:
        start, end = match.span()
        dated = (
            self._beside.after(end)[:3].strip(" .,")[:1].isdigit()
            or self._beside.before(start).rstrip()[-1:].isdigit()
        )
        if dated or self._beside.after_time_preposition(start):
            return False
        if match.group() in _WEEKDAYS:
            return self._beside.previous_word(start).rstrip(".") in _TITLES or self._is_given_name(start, end)
        return self.follows_name(start) or self.leads_name(end)

    def _is_given_name(self, start: int, end: int) -> bool:
        """A weekday that begins a name: Sunday Okafor."""
        follower = self._beside.next_word(end)
        return self.leads_name(end) and follower not in _TITLES and self._beside.previous_word(start) == ""
