"""Days on which a text goes on although no event is told of there: 'The club rang its bells yesterday'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.frames.declared import load_words
from pipeline.extract.syntax.reading import Dated, Reading
from pipeline.extract.time.date_owner import OPENING, DateOwners
from pipeline.schema.flow import DateMention
from pipeline.syntax import Token

REACH = 2  # sentences over which a scene or a story goes on


@dataclass(frozen=True, slots=True)
class Past:
    """A dated event, or day, that was told of: the number of its sentence, its date, its trigger."""

    sentence: int
    date: DateMention
    candidate: Candidate | None = None


class Stories:
    """Finds such days of one item; sentences have numbers in their order."""

    def __init__(self, reading: Reading, owners: DateOwners) -> None:
        self._reading = reading
        self._owners = owners
        self._proceedings = load_words("time")["proceedings"]
        self._numbers = {s.start: n for n, s in enumerate(reading.tree.sentences)}

    def number(self, i: int) -> int:
        """The number of the sentence of token i."""
        return self._numbers[self._reading.tree.sentence_of(i).start]

    def before(self, token: Token, told: int) -> Past | None:
        """The day of the nearest sentence before that has one and no event; none before sentence `told`.

        'That evening X was coming home. Two men beat him.'
        """
        here = self.number(token.i)
        for back in range(1, REACH + 1):
            if here < back or told >= here - back:
                return None
            sentence = self._reading.tree.sentences[here - back]
            opening = [d for d in self._owners.loose(sentence.start) if self._tells(d, sentence.start)]
            if opening and self._reading.block_kind(sentence.start) == self._reading.block_kind(token.i):
                return Past(here - back, _latest(opening))
        return None

    def in_court(self, verb: Token, told: int) -> Past | None:
        """'The court on Friday found X in contempt. Judge Y FINED him': a day in court without event."""
        story, here = self.before(verb, told), self.number(verb.i)
        if story is None or here - story.sentence > 1:
            return None
        words = self._reading.forms_beside(self._reading.tree.sentences[story.sentence].start)
        return story if words & self._proceedings else None

    def _tells(self, dated: Dated, start: int) -> bool:
        """A date that opens its sentence, or that of a past verb: 'The club rang its bells yesterday'."""
        if dated.tokens.start - start <= OPENING:
            return True
        above = self._reading.tree.ancestors(dated.head)
        verb = next((t for t in above if t.pos in ("VERB", "AUX")), None)
        if verb is None or verb.dep != "ROOT" or dated.date.precision != "day":
            return False
        helpers = {t.text.lower() for t in self._reading.tree.children(verb.i, "aux", "auxpass")}
        return verb.tag in ("VBD", "VBN") and helpers.isdisjoint(("had", "has", "have"))


def _latest(dates: Sequence[Dated]) -> DateMention:
    """'They set out on 4 May and came there ON THE 9TH': the day to which a sentence has come, if several."""
    days = [d.date for d in dates if d.date.precision == "day" and d.date.date_start is not None]
    return max(days, key=lambda day: day.date_start or date.min, default=dates[0].date)
