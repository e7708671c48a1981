"""What is said where things went on, and what the same speaker says next."""

from __future__ import annotations

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.syntax.reading import Reading
from pipeline.extract.time.occasions import Occasions
from pipeline.extract.time.stories import Past, Stories
from pipeline.schema.flow import DateMention
from pipeline.syntax import Token

_NEWS_DAYS = 4  # days before publication of which a report of the news tells


class Speaking:
    """Dates words said in one item; remembers the last that have a day."""

    def __init__(self, reading: Reading, stories: Stories, occasions: Occasions) -> None:
        self._reading = reading
        self._stories = stories
        self._occasions = occasions
        self._last: Past | None = None

    def of(self, candidate: Candidate, verb: Token, told: Past | None) -> Past | None:
        """'..., she told REPORTERS' after what was `told` of, and 'HE called on the minister' after that."""
        if not candidate.is_utterance or not self._occasions.is_by_same(verb):
            return None
        here = self._stories.number(verb.i)
        if self._occasions.is_to_press(verb):
            near = told is not None and here - told.sentence <= 1 and self._is_news(told.date)
            return self.at(candidate, told) if told is not None and near else None
        if self._last is None or here - self._last.sentence > 1:
            return None
        return self.at(candidate, self._last)

    def at(self, candidate: Candidate, past: Past) -> Past:
        """What was told of before, whose day words have that are said there."""
        if candidate.is_utterance:
            self._last = Past(self._stories.number(candidate.head), past.date, candidate)
        return past

    def _is_news(self, day: DateMention) -> bool:
        """A day shortly before that of publication: said about the news, not about its background."""
        published, first = self._reading.item.published_on, day.date_start
        if day.precision != "day" or first is None:
            return False
        return published is None or 0 <= (published - first).days <= _NEWS_DAYS
