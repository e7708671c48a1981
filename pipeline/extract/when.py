"""The date of an event: the expression that governs its trigger, else that of the scene it belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipeline.extract.candidate import Candidate
from pipeline.extract.frames import load_event_types, load_words
from pipeline.extract.reading import Dated, Reading
from pipeline.schema.flow import DateMention
from pipeline.syntax import Token

_NOBODY = -(10**9)  # owner of a date that says nothing of any trigger
_OPENING = 3  # tokens at a sentence's start in which a date speaks for all of it
_HEAD_OF_ITEM = 9  # tokens at an item's start in which its own date may stand
_COURT = ("trial", "sentence", "fine", "charge")
_REACH = 2  # sentences over which a scene goes on


@dataclass(frozen=True, slots=True)
class When:
    """A date as in `Telling`, and the rule that gave it."""

    value: str | None
    start: date | None
    end: date | None
    precision: str | None
    rule: str


class Dating:
    """Dates the candidates of one item; all of them must be given, as a date goes to its nearest trigger."""

    def __init__(self, reading: Reading, candidates: Sequence[Candidate]) -> None:
        self._reading = reading
        self._candidates = {c.head: c for c in candidates}
        self._words = load_words("time")
        self._types = {kind.name: kind for kind in load_event_types()}
        self._holders = self._all_holders(candidates)
        self._last_scene: tuple[int, DateMention] | None = None
        self._last_event: tuple[int, DateMention] | None = None
        self._last_court: tuple[int, DateMention] | None = None

    def _all_holders(self, candidates: Sequence[Candidate]) -> Mapping[int, int]:
        """Tokens that stand for a candidate: its head, its pattern, and the verb that carries a noun."""
        found: dict[int, int] = {}
        for c in candidates:
            for i in (c.head, *c.used):
                found.setdefault(i, c.head)
        for c in candidates:
            if (
                c.carrier is not None
                and c.frame.kind == "noun"
                and c.evidence & {"light", "happening", "copula"}
            ):
                found.setdefault(c.carrier, c.head)
        return found

    @cached_property
    def _owned(self) -> Mapping[int, tuple[Dated, ...]]:
        """Dates by the candidate (its head) that governs them most closely; by sentence where none does."""
        found: dict[int, list[Dated]] = {}
        for dated in self._reading.dates:
            if self._is_own_date(dated) or self._is_bound(dated) or self._is_part_of_title(dated):
                continue
            owner = self._owner(dated)
            found.setdefault(owner, []).append(dated)
        return {owner: tuple(dates) for owner, dates in found.items()}

    def _owner(self, dated: Dated) -> int:
        within = [i for i in dated.tokens if i in self._holders]
        if within and any(self._reading.lower(i) == "since" for i in dated.tokens):
            return self._holders[within[0]]
        label = self._label_before(dated)
        if label is not None:
            return label
        for ancestor in self._reading.tree.ancestors(dated.head):
            if ancestor.i in self._holders:
                return self._holders[ancestor.i]
            if self._closes(ancestor):
                if dated.tokens.start - self._reading.tree.sentence_of(dated.head).start > _OPENING:
                    return _NOBODY
                break
        return -1 - self._reading.tree.sentence_of(dated.head).start

    def _closes(self, token: Token) -> bool:
        """A clause of its own, whose date says nothing of the clauses around it."""
        return token.dep in ("relcl", "advcl", "acl", "ccomp") or (
            token.dep == "conj" and token.pos == "VERB"
        )

    def _label_before(self, dated: Dated) -> int | None:
        """'Arrested: 16.05.2013 (first arrest: 14.03.2012)': the trigger right before a date owns it."""
        tokens, i = self._reading.tokens, dated.tokens.start - 1
        start = self._reading.tree.sentence_of(dated.head).start
        while i >= start and (
            tokens[i].pos in ("ADP", "PUNCT", "ADV") and tokens[i].text not in (";", ".", ",")
        ):
            i -= 1
        if i >= start and i in self._holders:
            return self._holders[i]
        while i >= start and tokens[i].text != ";" and tokens[i].pos != "VERB":
            head = self._holders.get(i)
            if head is not None and "label" in self._candidates[head].evidence:
                return head
            i -= 1
        return None

    def _is_own_date(self, dated: Dated) -> bool:
        """The item's own date, printed in front of its text or behind it."""
        item, tokens = self._reading.item, dated.tokens
        if self._reading.block_kind(dated.head) == "dateline":
            return True
        if item.published_on is None or dated.date.date_start is None or dated.date.relative:
            return False
        first = next((b for b in item.blocks if b.kind == "body"), None)
        if first is None or (
            dated.date.date_end != item.published_on and dated.date.date_start != item.published_on
        ):
            return False
        opening = self._reading.tree.at(first.start, first.end)
        return tokens.start - opening.start < _HEAD_OF_ITEM and self._followed_by_break(tokens.stop)

    def _followed_by_break(self, i: int) -> bool:
        tokens = self._reading.tokens
        return i < len(tokens) and tokens[i].text in ("-", "–", "—", ":", ")", ".", "|", ",")

    def _is_part_of_title(self, dated: Dated) -> bool:
        """'the Bridge Prize 2014': a year that names an edition."""
        if dated.date.precision != "year" or dated.tokens.start == 0:
            return False
        before = self._reading.tokens[dated.tokens.start - 1]
        return before.pos in ("NOUN", "PROPN") and not dated.date.relative

    def _is_bound(self, dated: Dated) -> bool:
        i = dated.tokens.start - 1
        while i >= 0 and self._reading.tokens[i].text.lower() in ("the", "about", "around"):
            i -= 1
        if i < 0:
            return False
        word = self._reading.lower(i)
        return word in self._words["bounds"]

    def of(self, candidate: Candidate) -> When:
        """The date of a candidate."""
        found = self._governing(candidate)
        if found is not None:
            self._remember(candidate, found)
            return _when(found, "governs")
        if self._is_past_perfect(candidate):
            return _when(None, "none")
        scene = self._continued(candidate)
        if scene is not None:
            return _when(scene, "continued")
        return self._entry(candidate)

    def _governing(self, candidate: Candidate) -> DateMention | None:
        own = self._owned.get(candidate.head)
        if own:
            return self._closest(own, candidate)
        for head in self._related(candidate):
            other = self._owned.get(head)
            if other:
                return self._closest(other, candidate)
        loose = self._owned.get(-1 - self._reading.tree.sentence_of(candidate.head).start, ())
        if loose and self._may_take_loose(candidate):
            return loose[0].date
        return None

    def _closest(self, dates: tuple[Dated, ...], candidate: Candidate) -> DateMention:
        def distance(dated: Dated) -> tuple[bool, int]:
            return dated.date.value is None, abs(dated.head - candidate.head)

        return min(dates, key=distance).date

    def _may_take_loose(self, candidate: Candidate) -> bool:
        token = self._reading.tokens[candidate.head]
        if self._is_past_perfect(candidate):
            return False
        if candidate.frame.kind == "verb":
            above = any(t.pos == "VERB" for t in self._reading.tree.ancestors(token.i))
            return token.dep not in ("relcl", "acl", "pcomp") or not above
        if self._is_set_apart(candidate):
            return False
        if candidate.evidence & {"light", "happening", "label", "copula"}:
            return True
        return any(self._is_argument(other, candidate) for other in self._candidates.values())

    def _related(self, candidate: Candidate) -> tuple[int, ...]:
        """Heads of candidates that happen at the same time, nearest first."""
        found: list[int] = []
        for head in self._candidates:
            if (
                head != candidate.head
                and self._same_sentence(head, candidate.head)
                and self._simultaneous(head, candidate.head)
            ):
                found.append(head)
        return tuple(sorted(found, key=lambda head: (abs(head - candidate.head), head)))

    def _same_sentence(self, a: int, b: int) -> bool:
        return a in self._reading.tree.sentence_of(b)

    def _simultaneous(self, other: int, here: int) -> bool:
        """True where the event at `here` takes the date of the one at `other`."""
        tokens = self._reading.tokens
        a, b = self._candidates[other], self._candidates[here]
        if self._is_set_apart(a) or self._is_set_apart(b):
            return False
        if self._joined_by_time(a, b) or self._joined_by_time(b, a):
            return not (self._speaks(a) and self._is_past_perfect(b))
        if self._speaks(a) or self._speaks(b):
            return (
                self._is_coordinate(other, here)
                and self._opens_sentence(other)
                and not self._is_past_perfect(b)
            )
        if self._is_argument(a, b) or self._is_argument(b, a):
            return True
        if self._is_past_perfect(b) != self._is_past_perfect(a):
            return False
        if b.frame.kind == "verb" and a.frame.kind == "verb" and self._is_coordinate(other, here):
            return other < here and (self._opens_sentence(other) or tokens[here].dep == "conj")
        return False

    def _is_set_apart(self, candidate: Candidate) -> bool:
        """'AFTER the trial of X': a noun that tells of another time."""
        if candidate.frame.kind != "noun":
            return False
        for token in self._reading.tree.ancestors(candidate.head):
            if token.pos in ("VERB", "AUX"):
                return False
            if token.text.lower() in self._words["apart"]:
                return True
        return False

    def _speaks(self, candidate: Candidate) -> bool:
        return candidate.frame.event_type in ("statement", "appeal_or_letter")

    def _is_argument(self, verb: Candidate, noun: Candidate) -> bool:
        """'dispersed the rally', 'the picket was broken up': a noun trigger as argument of a verb trigger."""
        if (
            verb.frame.kind != "verb"
            or noun.frame.kind != "noun"
            or verb.frame.event_type in ("sentence", "fine", "charge", "trial")
        ):
            return False
        token = self._reading.tokens[noun.head]
        while token.dep in ("conj", "compound", "pobj", "prep") and token.head != token.i:
            if token.dep == "prep" and token.text.lower() not in ("of", "during", "at", "in"):
                return False
            token = self._reading.tokens[token.head]
        return token.dep in ("dobj", "nsubj", "nsubjpass") and token.head == verb.head

    def _joined_by_time(self, outer: Candidate, inner: Candidate) -> bool:
        """'arrested DURING a protest', 'charged WHEN he was detained'."""
        tree, words = self._reading.tree, self._words
        token = self._reading.tokens[inner.head]
        if inner.frame.kind == "noun":
            if token.dep != "pobj":
                return False
            prep = tree.tokens[token.head]
            head = tree.tokens[prep.head]
            return prep.text.lower() in words["during"] and self._holders.get(head.i) == outer.head
        top = tree.tokens[self._top(token.i)]
        if top.dep == "relcl" and any(
            t.text.lower() in ("where", "when") for t in tree.children(top.i, "advmod")
        ):
            above = next((self._holders[t.i] for t in tree.ancestors(top.i) if t.i in self._holders), None)
            return above == outer.head
        if token.dep != "advcl" or self._holders.get(token.head) != outer.head:
            return False
        opening = [t.text.lower() for t in tree.children(token.i, "mark", "advmod")]
        return any(word in words["simultaneous"] for word in opening)

    def _is_coordinate(self, a: int, b: int) -> bool:
        return self._top(a) == self._top(b)

    def _top(self, i: int) -> int:
        """The topmost verb reached through coordination only."""
        tokens = self._reading.tokens
        token = tokens[i]
        while token.dep in ("conj", "ccomp", "parataxis", "dep") and token.head != token.i:
            if any(
                t.text.lower() in self._words["subordinators"]
                for t in self._reading.tree.children(token.i, "mark")
            ):
                break
            token = tokens[token.head]
        return token.i

    def _opens_sentence(self, head: int) -> bool:
        """True where the candidate's date opens its sentence and so speaks for all of it."""
        start = self._reading.tree.sentence_of(head).start
        return any(dated.tokens.start - start <= _OPENING for dated in self._owned.get(head, ()))

    def _is_past_perfect(self, candidate: Candidate) -> bool:
        verb = candidate.head if candidate.frame.kind == "verb" else candidate.carrier
        if verb is None or (candidate.frame.kind != "verb" and "light" not in candidate.evidence):
            return False
        return any(t.text.lower() in ("had", "'d") for t in self._reading.tree.children(verb, "aux"))

    def _remember(self, candidate: Candidate, date: DateMention) -> None:
        token = self._reading.tokens[candidate.head]
        if self._is_past_perfect(candidate) or (
            candidate.frame.kind == "verb" and token.dep in ("relcl", "acl")
        ):
            return
        at = (self._sentence(candidate.head), date)
        if self._main(candidate):
            self._last_event = at
            if self._types[candidate.frame.event_type].opens_scene:
                self._last_scene = at
        if candidate.frame.event_type in _COURT:
            self._last_court = at

    def _main(self, candidate: Candidate) -> bool:
        """A verb, or a noun that carries its clause; 'arrested during a PROTEST' is none."""
        if candidate.frame.kind == "verb":
            return True
        return any(self._is_argument(other, candidate) for other in self._candidates.values()) or bool(
            candidate.evidence & {"light", "happening", "copula"}
        )

    def _sentence(self, i: int) -> int:
        return self._reading.tree.sentence_of(i).start

    def _continued(self, candidate: Candidate) -> DateMention | None:
        """The date of what the sentences before told of, for what happens next in it."""
        if self._reading.block_kind(candidate.head) == "headline":
            return None
        here = self._reading.tree.sentence_of(candidate.head)
        last = self._continues(candidate, here)
        if last is None:
            return None
        start, date = last
        if sum(1 for s in self._reading.tree.sentences if start < s.start <= here.start) > _REACH:
            return None
        if last is self._last_scene:
            self._last_scene = (here.start, date)
        return date

    def _continues(self, candidate: Candidate, sentence: range) -> tuple[int, DateMention] | None:
        """Which earlier event a candidate goes on from: any at the same time, its scene, its day in court."""
        token = self._reading.tokens[candidate.head]
        if candidate.frame.kind != "verb":
            definite = any(t.text.lower() == "the" for t in self._reading.tree.children(token.i, "det"))
            subject = token.dep in ("nsubj", "nsubjpass")
            return (
                self._last_court if candidate.frame.event_type == "trial" and definite and subject else None
            )
        perfect = any(t.lemma == "have" for t in self._reading.tree.children(token.i, "aux"))
        if token.dep in ("relcl", "acl") or perfect:
            return None
        text = self._reading.text(sentence.start, sentence.stop - 1).lower()
        if any(phrase in text for phrase in self._words["same_time"]):
            return self._last_event
        return self._last_scene if self._types[candidate.frame.event_type].scene else None

    def _entry(self, candidate: Candidate) -> When:
        """In chronicles and liveblogs the entry's own date is that of what it tells."""
        item = self._reading.item
        if item.published_source != "entry" or item.published_on is None:
            return _when(None, "none")
        if candidate.frame.kind == "noun" and not candidate.evidence & {"light", "happening", "label"}:
            return _when(None, "none")
        precision = item.published_precision or "day"
        value = item.published_on.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]
        own = next((d.date for d in self._reading.dates if self._is_own_date(d) and d.date.date_start), None)
        if own is not None:
            return _when(own, "entry")
        return When(value, item.published_on, item.published_on, precision, "entry")


def _when(date: DateMention | None, rule: str) -> When:
    if date is None:
        return When(None, None, None, None, rule)
    return When(date.value, date.date_start, date.date_end, date.precision, rule)
