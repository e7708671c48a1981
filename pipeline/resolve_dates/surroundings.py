"""Whether the words around a candidate make it something other than a date."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from pipeline.calendar_words import MONTH_NAMES, WEEKDAY_NAMES, alternation
from pipeline.resolve_dates.words import resource
from pipeline.schema.flow import ModelEntity
from pipeline.syntax import Tree

_GUARDS = resource("guards")
_CALENDAR = alternation(word.capitalize() for word in (*MONTH_NAMES, *WEEKDAY_NAMES))
_WEEKDAYS = frozenset(word.capitalize() for word in WEEKDAY_NAMES)
_OPENERS = frozenset(_GUARDS["sentence_openers"])
_TITLES = frozenset(_GUARDS["titles"])
_COUNTED = frozenset(_GUARDS["counted"])
_DURATION = frozenset(_GUARDS["duration"])
_EVENTS = frozenset(_GUARDS["plural_events"])
_CURRENCY = re.compile(r"(?:[$€£₽₴]|USD|EUR|GBP|US\$) ?$")
_NAME_HEADS = frozenset(_GUARDS["name_heads"])
_WEEKDAY_NAMES = frozenset(_GUARDS["weekday_names"])
_WEEKDAY_HEADS = frozenset(_GUARDS["weekday_heads"])
_BEFORE_WORD = re.compile(r"(?:^|(?<=[\W_]))([^\W_][\w’']{0,30}\.?) $")
_NEXT_WORD = re.compile(r" {0,2}-?([^\W\d_][\w’']{0,30})")
_SERIAL = re.compile(
    rf"(?:\b{alternation(_GUARDS['serials'])}\.?:?|№|#|§) {{0,2}}(?:No\.?|№|#)? {{0,2}}$", re.IGNORECASE
)
_SURE = re.compile(rf"(?<![\w’'-]){alternation(_GUARDS['time_prepositions'])}[ -]$", re.IGNORECASE)
_OPEN = re.compile(rf"(?<![\w’'-]){alternation(_GUARDS['open_prepositions'])} $", re.IGNORECASE)
_CALENDAR_WORD = re.compile(rf"(?<![\w’'-]){_CALENDAR}(?![\w-])")
# No look behind or ahead needs more characters than these.
_REACH = 40


_EVEN = re.compile(r"[^\S\n]")
_HYPHENS = str.maketrans("‐‑", "--")


def evened(text: str) -> str:
    """The text with every blank an ordinary one and every hyphen too, character for character.

    >>> evened("4\u00a0August")
    '4 August'
    """
    return _EVEN.sub(" ", text).translate(_HYPHENS)


class Surroundings:
    """An item's text and tree, asked about the neighbourhood of a span of clean offsets."""

    def __init__(self, text: str, tree: Tree, entities: Sequence[ModelEntity] = ()) -> None:
        self.text = evened(text)
        self.tree = tree
        self._people = [(e.start, e.end) for e in entities if e.label == "PERSON"]

    def before(self, start: int) -> str:
        """The characters of the same block before a span, at most forty."""
        return self.text[max(0, start - _REACH) : start].rpartition("\n")[2]

    def after(self, end: int) -> str:
        """The characters of the same block behind a span, at most forty."""
        return self.text[end : end + _REACH].partition("\n")[0]

    def previous_word(self, start: int) -> str:
        """The word right before a span, of the same sentence or name; empty if there is none."""
        found = _BEFORE_WORD.search(self.before(start))
        return found.group(1) if found else ""

    def next_word(self, end: int) -> str:
        """The word right behind a span, with nothing but a blank between; empty if there is none."""
        found = _NEXT_WORD.match(self.after(end))
        return found.group(1) if found else ""

    def is_serial(self, start: int) -> bool:
        """True behind "No.", "Article", "Case" and the like."""
        return _SERIAL.search(self.before(start)) is not None

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

    def next_tag(self, end: int) -> str:
        """The part-of-speech tag of the token right behind a span and a blank; empty if there is none."""
        if self.after(end)[:1] != " ":
            return ""
        tokens = self.tree.at(end + 1, end + 2)
        return self.tree.tokens[tokens[0]].tag if tokens else ""

    def is_name_part(self, end: int) -> bool:
        """True before "Street", "Movement" and the like: 8 March Street."""
        words = self.after(end).replace("-", " ").split()[:2]
        heads = [word.strip(".,;:)") in _NAME_HEADS for word in words]
        if heads[:1] == [True]:
            return True
        return heads[1:] == [True] and words[0][:1].isupper() and words[0].isalpha()

    def after_time_preposition(self, start: int) -> bool:
        """True behind "in", "since", "last": only a time can follow."""
        return _SURE.search(self.before(start)) is not None

    def after_open_preposition(self, start: int) -> bool:
        """True behind "by", "from", "to": a time or a person can follow."""
        return _OPEN.search(self.before(start)) is not None

    def follows_name(self, start: int) -> bool:
        """True behind a title, an initial or a capitalised word that opens no sentence."""
        word = self.previous_word(start)
        if not word or not word[:1].isupper():
            return False
        if word.rstrip(".") in _TITLES or word in _WEEKDAY_NAMES:
            return True
        if word.endswith(".") and len(word) > 2:
            return False  # the end of a sentence
        return word not in _OPENERS and not _CALENDAR_WORD.fullmatch(word)

    def leads_name(self, end: int) -> bool:
        """True before a capitalised word that is no month or weekday: a given name before a surname."""
        word = self.next_word(end)
        return word[:1].isupper() and not _CALENDAR_WORD.fullmatch(word)

    def is_person(self, start: int, end: int) -> bool:
        """True for a word inside a longer span that the model calls a person, or with a name before it."""
        head = self.tree.head_of(start, end)
        if head is not None and any(t.text[:1].isupper() for t in self.tree.children(head.i, "compound")):
            return True
        return self._is_within_person(start, end)

    def _is_within_person(self, start: int, end: int) -> bool:
        index = bisect_right(self._people, (start, len(self.text))) - 1
        if index < 0:
            return False
        first, last = self._people[index]
        return end <= last and (first, last) != (start, end)

    def is_weekday_name(self, previous: str) -> bool:
        """True behind a word that makes a name of a weekday (Good Friday), or behind a title."""
        return previous in _WEEKDAY_NAMES or previous.rstrip(".") in _TITLES

    def is_weekday_use(self, end: int) -> bool:
        """True before a word with which a weekday names no day: Friday prayers."""
        return self.next_word(end).casefold() in _WEEKDAY_HEADS

    @cached_property
    def name_words(self) -> frozenset[str]:
        """Months and weekdays that this item uses as names of people, lower case."""
        found = _CALENDAR_WORD.finditer(self.text)
        return frozenset(match.group().casefold() for match in found if self._is_name(match))

    def _is_name(self, match: re.Match[str]) -> bool:
        start, end = match.span()
        dated = self.after(end)[:3].strip(" .,")[:1].isdigit() or self.before(start).rstrip()[-1:].isdigit()
        if dated or self.after_time_preposition(start):
            return False
        if match.group() in _WEEKDAYS:
            return self.previous_word(start).rstrip(".") in _TITLES or self._is_given_name(start, end)
        return self.follows_name(start) or self.leads_name(end)

    def _is_given_name(self, start: int, end: int) -> bool:
        """A weekday that begins a name: Sunday Okafor."""
        follower = self.next_word(end)
        return self.leads_name(end) and follower not in _TITLES and self.previous_word(start) == ""
