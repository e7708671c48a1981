"""An item as the rules see it: which words can be part of a name, and how they hang together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.recognize.claims import Claims
from pipeline.recognize.lexica.gazetteer import is_listed_place, is_slip_of_city, is_village
from pipeline.recognize.lexica.knowledge import Knowledge
from pipeline.recognize.lexica.lexicon import Lexicon
from pipeline.recognize.words.calendar import is_calendar
from pipeline.recognize.words.casing import is_unheard_of
from pipeline.recognize.words.words import Text, Word

_QUOTES = tuple('“"„«')
_CLOSING = tuple('”"“»')
_LONGEST = 24  # words; nothing longer is a name, and a bound keeps the rules linear
_LONGEST_PLACE = 5  # words of the longest name that is sought in the gazetteer


@dataclass(frozen=True)
class Context:
    """An item, the claims on it so far, and the knowledge of names.

    `capitals` are the words that the corpus writes with a capital inside a sentence and never small; `words`
    are those of the item, `lexicon` the declared ones.
    """

    text: Text
    claims: Claims
    known: Knowledge
    capitals: frozenset[str]
    words: tuple[Word, ...] = field(init=False, compare=False)
    lexicon: Lexicon = field(init=False, compare=False)

    def __post_init__(self) -> None:
        # read millions of times: a property is too dear
        object.__setattr__(self, "words", self.text.words)
        object.__setattr__(self, "lexicon", self.known.lexicon)

    def free_words(self) -> Iterator[Word]:
        """Words that nobody claims when their turn comes."""
        return self.claims.free_words()

    def free_names(self) -> Iterator[Word]:
        """The same of the words whose capital may be that of a name."""
        return self.claims.free_names()

    def is_calendar(self, word: Word) -> bool:
        """Whether a word is a weekday or month."""
        return word.i in self._calendar

    @cached_property
    def _calendar(self) -> frozenset[int]:
        others = self.lexicon.others
        return frozenset(word.i for word in self.words if is_calendar(self.text, word, others))

    def can_name(self, word: Word | None) -> bool:
        """Whether a word is free and its capital speaks for a name."""
        return word is not None and word.i in self._nameable and self.claims.free(word.i)

    @cached_property
    def _nameable(self) -> frozenset[int]:
        """Words whose capital speaks for a name, whoever claims them: worked out once for all rules."""
        return frozenset(word.i for word in self.text.names if self._speaks_for_name(word))

    def _speaks_for_name(self, word: Word) -> bool:
        if word.lower in self.lexicon.others.plain or self.is_calendar(word):
            return False
        if word.text in self.lexicon.others.post_nominals and word.i and self.words[word.i - 1].capital:
            after = self.text.word(word.i + 1)
            return word.initial and after is not None and after.capital and after.gap in (" ", ". ")
        return not (word.opening and self.is_opener(word))

    def is_opener(self, word: Word) -> bool:
        """Whether a word at the opening of a sentence would be capital anyway."""
        if word.lower in self.lexicon.others.openers:
            return True
        if word.text in self.capitals or word.shouted or self.known.is_given(word.text):
            return False
        if is_unheard_of(word.text):
            return False
        return bool(word.tag) and not word.tag.startswith("NNP")

    def is_title(self, word: Word) -> bool:
        """Whether a word is a title or role that stands before a name and is not of it."""
        people = self.lexicon.people
        prefix, hyphen, rest = word.lower.partition("-")
        if hyphen and prefix in people.title_prefixes and rest.partition("-")[0] in people.titles:
            return True  # "Under-Secretary-General"
        if word.lower in people.capital_titles:
            return word.lower in people.long_titles
        return word.lower in people.titles or (word.lower in people.roles and len(word.text) > 3)

    def is_demonym(self, word: Word) -> bool:
        """Whether a word is an adjective or noun of a nation or faith, or of two: "Afro-Colombian"."""
        others = self.lexicon.others
        first, hyphen, last = word.lower.partition("-")
        return word.lower in others.demonyms or (
            bool(hyphen) and first in others.half_nations and last in others.demonyms
        )

    def run(self, i: int) -> range:
        """Words from i that can name and follow each other with single spaces (or dots after initials)."""
        last, limit = i, min(len(self.words), i + _LONGEST)
        while last < limit and self.can_name(self.words[last]) and (last == i or self.joined(last)):
            last += 1
        return range(i, last)

    def person_run(self, i: int) -> range:
        """The same with what people's names have between: particles, and endings such as uulu."""
        stop, limit = i, min(len(self.words), i + _LONGEST)
        while stop < limit and (stop == i or self.joined(stop) or self._follows_nickname(i, stop)):
            word = self.words[stop]
            if not self.can_name(word) and (stop == i or not self._inside_person(word)):
                break
            stop += 1
            stop = self._past_nickname(i, stop)
        return range(i, stop)

    def _follows_nickname(self, first: int, i: int) -> bool:
        starts = range(max(i - 3, first + 1), i)
        return any(self._past_nickname(first, start) == i for start in starts)

    def _past_nickname(self, first: int, i: int) -> int:
        """Past a nickname in quotation marks that stands inside a name: 'Rosa "Chata" Quispe'."""
        nickname = self.text.word(i)
        if nickname is None or nickname.gap[:1] != " " or nickname.gap[1:] not in _QUOTES:
            return i
        if not nickname.capital or not self.claims.free(i):
            return i
        stop = i + 1
        while stop < i + 3 and stop < len(self.words) and self.words[stop].gap == " ":
            stop += 1
        after = self.text.word(stop)
        if after is None or not (len(after.gap) == 2 and after.gap[0] in _CLOSING and after.gap[1] == " "):
            return i
        lower, organizations = self.words[first].lower, self.lexicon.organizations
        body = lower in organizations.heads or lower in organizations.foreign_heads
        named = (after.capital and self.claims.free(stop)) or self._inside_person(after)
        return stop if named and not body else i

    def _inside_person(self, word: Word) -> bool:
        people = self.lexicon.people
        if word.text in people.endings:
            return self.claims.free(word.i)
        return word.lower in people.particles and not word.capital and self.leads_to_name(word.i)

    def leads_to_name(self, i: int) -> bool:
        """Whether a name follows particle i, at most one more particle between."""
        for following in self.words[i + 1 : i + 3]:
            if following.gap != " ":
                return False
            if self.can_name(following):
                return True
            if following.lower not in self.lexicon.people.particles:
                return False
        return False

    def is_modelled(self, run: range, *labels: str) -> bool:
        """Whether the model sees a name with one of the labels among the words of a run."""
        return any(self.text.labels[i] in labels for i in run)

    def joined(self, i: int) -> bool:
        """Whether word i follows the word before it inside a name."""
        word, before = self.words[i], self.words[i - 1]
        if before.possessive:
            return False
        if word.gap == " " or (word.gap in ("' ", "’ ") and _is_elided(before)):
            return True
        dotted = before.initial or before.text in self.lexicon.places.dotted | self.lexicon.people.short_given
        return dotted and word.gap in (". ", ".")

    def person_start(self, i: int) -> int:
        """The first word of the person whose name includes word i."""
        limit = i - _LONGEST
        while i > max(limit, 0) and self.joined(i) and self.can_name(self.words[i - 1]):
            before = self.words[i - 1]
            ordinary = before.opening and self.known.is_ordinary(before.text)
            if ordinary or before.shouted or self.is_title(before) or self.is_demonym(before):
                break
            if self.place_kind(range(before.i, i)) or before.lower in self.lexicon.organizations.heads:
                break
            i -= 1
        return i

    def may_be_place(self, i: int) -> bool:
        """Whether the gazetteer knows words from word i on, whoever claims them."""
        return i in self._placed

    @cached_property
    def _placed(self) -> frozenset[int]:
        return frozenset(word.i for word in self.text.upper if any(map(self.place_kind, self._spans(word.i))))

    def _spans(self, i: int) -> Iterator[range]:
        stop, limit = i + 1, min(i + _LONGEST_PLACE, len(self.words))
        yield range(i, stop)
        while stop < limit and self.joined(stop):
            stop += 1
            yield range(i, stop)

    def place_kind(self, span: range) -> str | None:
        """What the gazetteer calls the words of a span, also where they are all capitals."""
        text = self.text.slice(span)
        kind = self.known.gazetteer.get(text)
        if kind or not text.isupper() or len(text) < 4:
            return kind
        return self.known.gazetteer.get(text.title()) or self.known.gazetteer.get(self._written_small(text))

    def is_listed_place(self, span: range) -> bool:
        """Whether any town of a thousand people or division of a country has the name of a span."""
        return all(self.words[i].latin for i in span) and is_listed_place(self.text.slice(span))

    def is_town(self, span: range) -> bool:
        """Whether some town, district or village has the name of a span, which nobody is called."""
        text = self.text.slice(span)
        if is_village(text):
            return True
        if len(span) == 1 and is_slip_of_city(text) and self.known.gazetteer.get(text) is None:
            return True
        if self.place_kind(span) not in ("city", "region"):
            return False
        words = [self.words[i].text for i in span]
        saint = words[0].lower() in self.lexicon.places.saints and len(words) > 1
        return saint or not all(self.known.is_person_name(word) for word in words)

    def _written_small(self, text: str) -> str:
        """A name in capitals as it is written elsewhere: "Rio de Janeiro"."""
        particles = self.lexicon.places.name_particles
        return " ".join(w.lower() if w.lower() in particles else w.title() for w in text.split(" "))


def _is_elided(word: Word) -> bool:
    """Whether an apostrophe after a word is a letter of it, as in "Ochieng'": plurals end in s."""
    return word.capital and not word.lower.endswith("s") and word.gap[-1:] not in "'’‘"
