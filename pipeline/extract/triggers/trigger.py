"""Finds the words that may tell of an event, by the frames of `resources/events/`."""

from __future__ import annotations

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.frames.declared import Frame
from pipeline.extract.frames.frame_check import Pattern
from pipeline.extract.frames.frame_index import frames_by_word, words_of_frames
from pipeline.extract.syntax.classes import Classifier
from pipeline.extract.syntax.clause import Clauses
from pipeline.extract.syntax.reading import Reading
from pipeline.extract.syntax.word_readings import WordReadings
from pipeline.extract.triggers.conditions import Conditions
from pipeline.extract.triggers.covering import Covering
from pipeline.extract.triggers.evidence import NounEvidence
from pipeline.extract.triggers.modality import Modality
from pipeline.extract.triggers.patterns import Patterns
from pipeline.syntax import Token

_WEAK = frozenset(("definite", "indefinite"))  # evidence that does not do inside a quotation


class TriggerFinder:
    """Candidates of one item, at most one a token, in order of their tokens."""

    def __init__(
        self, reading: Reading, clauses: Clauses, classifier: Classifier, modality: Modality
    ) -> None:
        self._reading = reading
        self._modality = modality
        self._clauses = clauses
        self._fits = classifier.fits
        self._words = WordReadings(reading)
        self._nouns = NounEvidence(reading, clauses)
        self._patterns = Patterns(reading, clauses)
        self._conditions = Conditions(reading, clauses, classifier, self._patterns)
        self._tells_by_nouns = reading.item.published_source == "entry"
        self._date_words = frozenset(
            i for dated in reading.dates if not dated.date.relative for i in dated.tokens
        )

    def find(self) -> tuple[Candidate, ...]:
        """The candidates, one where a verb and its noun tell of one event."""
        found = [c for token in self._reading.tokens if (c := self._at(token)) is not None]
        return Covering(self._reading).kept(found)

    def _at(self, token: Token) -> Candidate | None:
        if token.i in self._reading.name_at or token.i in self._date_words or not token.text[:1].isalpha():
            return None
        if words_of_frames().isdisjoint(self._reading.forms(token.i)) or self._words.is_month(token):
            return None
        is_missing = self._reading.forms_beside(token.i).isdisjoint
        for kind, lemmas in self._words.of(token):
            for lemma in lemmas:
                for frame, pattern in frames_by_word(kind).get(lemma, ()):
                    if kind == "verb" and any(map(is_missing, pattern)):
                        continue  # cheap to ask, and most frames fail here
                    candidate = self._try(token, frame, pattern)
                    if candidate is not None:
                        return candidate
        return None

    def _try(self, token: Token, frame: Frame, pattern: Pattern) -> Candidate | None:
        if frame.not_in and self._patterns.inside(token, frame.not_in):
            return None
        if frame.kind == "noun":
            return self._noun(token, frame, pattern)
        if frame.kind == "adjective":
            return self._adjective(token, frame)
        return self._verb(token, frame, pattern)

    def _verb(self, token: Token, frame: Frame, pattern: Pattern) -> Candidate | None:
        if frame.polarity == "negative" and not self._modality.is_negated(token):
            return None
        used = self._patterns.follow(token.i, pattern[1:])
        if used is None or not self._participle_fits(token) or not self._conditions.words_fit(token, frame):
            return None
        for passive in self._clauses.voices(token, frame.transitive, frame.ditransitive, used):
            if frame.voice not in ("any", "passive" if passive else "active"):
                continue
            if self._conditions.arguments_fit(token, frame, passive):
                first, last = self._span(token, used)
                evidence = frozenset({"verb"})
                return Candidate(frame, token.i, first, last, token.i, evidence, (token.i, *used), passive)
        return None

    def _participle_fits(self, token: Token) -> bool:
        """A participle before its noun ('the banned books') tells of an event only with a name."""
        if token.tag in ("VBN", "VBD") and self._words.has_article(token):
            return False
        if self._reading.tree.children(token.i, "nsubj"):
            return True
        if token.dep not in ("amod", "compound") or token.tag == "VBG":
            return token.dep != "amod" and token.dep != "compound"
        head = token.head
        return (
            any(
                self._reading.name_at[i].is_agent
                for i in self._reading.tree.subtree(head)
                if i in self._reading.name_at and i > token.i
            )
            and self._reading.block_kind(token.i) == "headline"
        )

    def _span(self, token: Token, used: tuple[int, ...]) -> tuple[int, int]:
        """Auxiliaries, verb and the near words of its pattern."""
        helpers = [
            t.i
            for t in self._reading.tree.children(token.i, "aux", "auxpass")
            if token.i - 4 <= t.i < token.i
        ]
        last = token.i
        for i in sorted(used):
            if last < i <= last + 4:
                last = i
        return min([token.i, *helpers]), last

    def _noun(self, token: Token, frame: Frame, pattern: Pattern) -> Candidate | None:
        first = token.i - len(pattern) + 1
        if first < 0 or not all(
            self._patterns.is_word(self._reading.tokens[first + k], words)
            for k, words in enumerate(pattern[:-1])
        ):
            return None
        if token.dep == "compound" and not self._words.in_headline(token) and not self._nouns.is_title(token):
            return None
        if frame.needs_modifier and not self._patterns.has_modifier(token, frame.needs_modifier):
            return None
        evidence, carrier = self._nouns.of(token, frame)
        told = evidence & frame.evidence
        if "root" in evidence and self._tells_by_nouns and "headline" in frame.evidence:
            told |= {"root"}
        if not told or (self._reading.quoted[token.i] and told <= _WEAK):
            return None
        start = carrier if "light" in evidence and carrier is not None and 0 < first - carrier <= 5 else first
        used = tuple(range(first, token.i + 1))
        start = start if start != first else self._with_modifiers(first)
        return Candidate(frame, token.i, start, token.i, carrier, frozenset(told), used, False)

    def _with_modifiers(self, first: int) -> int:
        """'first arrest', 'one-person picket': the words right before a noun that qualify it."""
        if self._reading.lemmas(first)[0].endswith(f"-{self._reading.lower(first)}"):
            first -= 2
        tokens, start = self._reading.tokens, self._reading.tree.sentence_of(first).start
        while (
            first > start
            and tokens[first - 1].dep in ("amod", "compound", "nummod")
            and tokens[first - 1].text.isalpha()
        ):
            if first - 1 in self._reading.name_at or first - 1 in self._reading.dated_tokens:
                break
            first -= 1
        return first

    def _adjective(self, token: Token, frame: Frame) -> Candidate | None:
        headline = self._reading.block_kind(token.i) == "headline" and "headline" in frame.evidence
        predicate = "predicate" in frame.evidence and (
            token.dep in ("acomp", "oprd")
            or any(t.lemma == "be" for t in self._reading.tree.children(token.i, "aux"))
            or self._reading.opens_cell(token.i)
        )
        if not headline and not predicate:
            return None
        subjects = self._clauses.surface_subject(token)
        stated = frame.subject and token.dep == "acomp"  # 'A disk is missing' is nobody's disappearance
        if stated and subjects and not any(self._fits(i, frame.subject) for i in subjects):
            return None
        kind = "predicate" if predicate else "headline"
        return Candidate(frame, token.i, token.i, token.i, token.i, frozenset({kind}), (token.i,), False)
