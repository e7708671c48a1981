"""Whose case a court's act is: 'upheld the conviction', 'the charges were dropped', 'sentenced by'."""

from __future__ import annotations

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.frames.declared import load_words
from pipeline.extract.participants.agents import Agent
from pipeline.extract.participants.discourse import Discourse
from pipeline.extract.participants.introductions import Introductions
from pipeline.extract.syntax.classes import Classifier
from pipeline.extract.syntax.clause import Clauses
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_OWN = ("of", "against", "in", "for", "over")  # phrases that say whose case it is
_DETERMINERS = ("the", "this", "that", "these", "those", "both", "all")


class CourtCases:
    """Reads cases at court in one item."""

    def __init__(
        self,
        reading: Reading,
        clauses: Clauses,
        classifier: Classifier,
        introductions: Introductions,
        discourse: Discourse,
    ) -> None:
        self._reading = reading
        self._clauses = clauses
        self._known = introductions
        self._discourse = discourse
        words = load_words("coreference")
        self._classifier = classifier
        self._judging = load_words("voice")["judging"]
        self._disputed, self._defendants = words["in_dispute"], words["before_court"]

    def tried_before(self, candidate: Candidate) -> tuple[Agent, ...]:
        """Whose conviction, charges or trial it is, of nobody named: who was last tried."""
        if not candidate.kind.in_court:
            return ()
        verb = self._reading.tokens[candidate.head]
        nouns = (*candidate.used[1:], *self._clauses.surface_subject(verb))
        if not any(self._is_of_unsaid(self._reading.tokens[i]) for i in nouns):
            return ()
        return self._discourse.befallen_before(candidate.head) or self._defendant_before(candidate.head)

    def _is_of_unsaid(self, noun: Token) -> bool:
        """'the conviction' of nobody named."""
        if noun.lemma.lower() not in self._disputed:
            return False
        tree = self._reading.tree
        definite = any(t.text.lower() in _DETERMINERS for t in tree.children(noun.i, "det", "predet"))
        inside = (i for p in _OWN for i in self._clauses.phrases(noun.i, p))
        owned = tree.children(noun.i, "poss") or any(self._is_somebody(i) for i in inside)
        return definite and not owned

    def _is_somebody(self, i: int) -> bool:
        """'of three students', 'against X', but not 'the charge of endangering the state'."""
        name = self._reading.name_at.get(i)
        return name.is_agent if name is not None else self._classifier.is_person(i)

    def tried_beside(self, candidate: Candidate) -> tuple[int, ...]:
        """'overturns the conviction and acquits X', 'quashed the verdict and ordered the release of X': X."""
        if not candidate.kind.in_court or candidate.passive:
            return ()
        if not any(self._is_of_unsaid(self._reading.tokens[i]) for i in candidate.used[1:]):
            return ()
        joined = self._reading.tree.children(candidate.head, "conj")
        verbs = [t for t in joined if t.pos == "VERB" and not self._reading.tree.children(t.i, "nsubj")]
        objects = [i for t in verbs for i in self._clauses.direct_objects(t)]
        people = [i for i in objects if self._is_somebody(i)]
        return tuple(people or (j for i in objects for j in self._clauses.phrases(i, "of")))

    def _defendant_before(self, i: int) -> tuple[Agent, ...]:
        """The last person called a defendant before token i."""
        by_noun = self._known.notes.by_noun
        met = [m for noun in sorted(self._defendants) for m in by_noun.get(noun, ()) if m.token < i]
        return (max(met, key=lambda m: m.token).agent,) if met else ()

    def court_after(self, candidate: Candidate) -> tuple[int, ...]:
        """'were tried in secret and sentenced BY THE COURT': who does the next deed to the same people."""
        if not candidate.passive or not candidate.kind.in_court:
            return ()
        joined = self._reading.tree.children(candidate.head, "conj")
        passive = (t for t in joined if t.tag in ("VBN", "VBD") and self._clauses.is_passive(t, True))
        own = (t for t in passive if not self._reading.tree.children(t.i, "nsubj", "nsubjpass"))
        after = next((found for t in own if (found := self._clauses.subjects(t, True))), ())
        return after or self._court_before(candidate)

    def _court_before(self, candidate: Candidate) -> tuple[int, ...]:
        """'was given five years BY THE COURT and fined': who did the deed before."""
        tokens, verb = self._reading.tokens, self._reading.tokens[candidate.head]
        while verb.dep == "conj" and not self._reading.tree.children(verb.i, "nsubj", "nsubjpass"):
            verb = tokens[verb.head]
            if self._judging.isdisjoint(self._reading.lemmas(verb.i)):
                return ()
            if found := self._clauses.subjects(verb, True) if self._clauses.is_passive(verb, True) else ():
                return found
        return ()
