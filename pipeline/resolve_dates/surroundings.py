"""Whether the words around a candidate make it something other than a date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.calendar_words import alternation
from pipeline.resolve_dates.names import Names
from pipeline.resolve_dates.neighbourhood import Neighbourhood
from pipeline.resolve_dates.words import resource
from pipeline.schema.flow import ModelEntity
from pipeline.syntax import Tree

_GUARDS = resource("guards")
_COUNTED = frozenset(_GUARDS["counted"])
_DURATION = frozenset(_GUARDS["duration"])
_EVENTS = frozenset(_GUARDS["plural_events"])
_STATUTES = frozenset(_GUARDS["statutes"])
_CURRENCY = re.compile(r"(?:[$€£₽₴]|USD|EUR|GBP|US\$) ?$")
_NAME_HEADS = frozenset(_GUARDS["name_heads"])
_WEEKDAY_HEADS = frozenset(_GUARDS["weekday_heads"])
_ERA = r"(?:A\.?H\.?|A\.H\.S\.|E\.C\.|B\.?E\.?|B\.?S\.?|S\.?H\.?|A\.P\.)"
_ERA_BEHIND = re.compile(rf" ?\(?{_ERA}(?![\w])")
_ERA_BEFORE = re.compile(rf"(?:{_ERA}|Samvat|Hijri|Era) $")
_SERIAL = re.compile(
    rf"(?:\b{alternation(_GUARDS['serials'])}\.?:?|№|#|§) {{0,2}}(?:No\.?|№|#)? {{0,2}}$", re.IGNORECASE
)


class Surroundings(Neighbourhood):
    """Whether numbers and weekdays of an item are something other than dates."""

    def __init__(self, text: str, tree: Tree, entities: Sequence[ModelEntity] = ()) -> None:
        super().__init__(text, tree)
        self.names = Names(self, entities)

    def is_serial(self, start: int) -> bool:
        """True behind "No.", "Article", "Case" and the like."""
        return _SERIAL.search(self.before(start)) is not None

    def names_statute(self, start: int) -> bool:
        """True behind the name of a law that is told from others by its year: "the Public Order Act 2002"."""
        return self.before(start).rstrip(" ,").rpartition(" ")[2] in _STATUTES

    def is_counted(self, end: int) -> bool:
        """True before a noun that a number counts: people, roubles, kilometres."""
        return self.next_word(end).casefold() in _COUNTED

    def measures(self, start: int) -> bool:
        """True behind a word that makes a count of days a duration: "for two years after his arrest"."""
        return self.previous_word(start).casefold() in _DURATION

    def is_event(self, end: int) -> bool:
        """True before a plural that a year tells apart rather than counts: elections, protests."""
        return self.next_word(end).casefold() in _EVENTS

    def follows_currency(self, start: int) -> bool:
        """True behind a sign or code of money."""
        return _CURRENCY.search(self.before(start)) is not None

    def is_of_other_era(self, start: int, end: int) -> bool:
        """True of years of the Hijri, Buddhist, Nepali and Ethiopian calendars: 2072 B.S., 2006 E.C."""
        return bool(_ERA_BEHIND.match(self.after(end)) or _ERA_BEFORE.search(self.before(start)))

    def is_name_part(self, end: int) -> bool:
        """True before "Street", "Movement" and the like: 8 March Street."""
        words = self.after(end).replace("-", " ").split()[:2]
        heads = [word.strip(".,;:)") in _NAME_HEADS for word in words]
        if heads[:1] == [True]:
            return True
        return heads[1:] == [True] and words[0][:1].isupper() and words[0].isalpha()

    def is_weekday_use(self, end: int) -> bool:
        """True before a word with which a weekday names no day: Friday prayers."""
        return self.next_word(end).casefold() in _WEEKDAY_HEADS
