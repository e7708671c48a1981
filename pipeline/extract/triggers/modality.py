"""Whether a trigger tells of something that happened: not denied, feared, possible, demanded, planned."""

from __future__ import annotations

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.frames.declared import load_words
from pipeline.extract.syntax.clause import Clauses
from pipeline.extract.syntax.reading import Reading
from pipeline.extract.triggers.blank_fields import BlankFields
from pipeline.extract.triggers.factuality import Factuality
from pipeline.extract.triggers.governors import Governors, is_denied
from pipeline.extract.triggers.mood import Mood
from pipeline.extract.triggers.negation import Negation, own_children
from pipeline.syntax import Token


class Modality:
    """Judges candidates of one item."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self._reading = reading
        self._clauses = clauses
        self._governors = Governors(reading)
        self._mood = Mood(reading)
        self._fields = BlankFields(reading)
        self.is_negated = Negation(reading, clauses).is_negated
        self._words = load_words("modality")

    def of(self, candidate: Candidate) -> Factuality:
        """The factuality of a candidate, read from its clause outwards."""
        token = self._reading.tokens[candidate.head]
        if self._fields.is_blank(candidate.head, candidate.last):
            return Factuality.NEGATED
        if candidate.frame.kind == "verb":
            return self._verbal(token, candidate)
        nominal = Factuality.UNREAL if self._is_put_off(token, candidate) else self._nominal(token)
        if nominal is Factuality.HAPPENED and candidate.carrier is not None and "light" in candidate.evidence:
            return self._verbal(self._reading.tokens[candidate.carrier], candidate)
        return nominal

    def _is_put_off(self, noun: Token, candidate: Candidate) -> bool:
        """'The release was postponed'; a hearing put off is itself a day in court."""
        if candidate.kind.in_court or noun.dep not in ("nsubjpass", "dobj"):
            return False
        return self._reading.tokens[noun.head].lemma in self._words["postponing"]

    def _verbal(self, verb: Token, candidate: Candidate) -> Factuality:
        if self._clauses.is_predicate(verb):
            copula = self._reading.tokens[verb.head]
            if self.is_negated(copula) or self._modal(copula) is not None:
                return self._modal(copula) or Factuality.NEGATED
        negated = self.is_negated(verb)
        if negated != (candidate.frame.polarity == "negative"):
            return Factuality.NEGATED
        modal = self._modal(verb)
        if modal is not None:
            return modal
        if candidate.is_utterance and (self._mood.is_asked_for(verb) or self._mood.is_recounted(verb)):
            return Factuality.UNREAL
        if self._mood.is_unreal(verb):
            return Factuality.UNREAL
        if any(
            t.text.lower() in self._words["habitual"] for t in self._reading.tree.children(verb.i, "advmod")
        ):
            return Factuality.GENERAL
        if any(self._is_anybody(i) for i in self._clauses.surface_subject(verb)):
            return Factuality.GENERAL
        if any(
            self._reading.lower(i) in ("every", "each")
            for i in self._clauses.phrase(verb.i)
            if self._is_time(i)
        ):
            return Factuality.GENERAL
        return self._governors.outwards(verb)

    def _is_anybody(self, i: int) -> bool:
        """'whoever blocks a road', 'anyone who shouts': nobody in particular."""
        if self._reading.tokens[i].tag in ("WP", "WDT"):
            i = next((j for j in (self._clauses.antecedent(i),) if j is not None), i)
        return self._reading.lower(i) in self._words["anybody"]

    def _is_time(self, i: int) -> bool:
        """'every second year': a determiner of a noun that only says when."""
        tokens = self._reading.tokens
        return i < tokens[i].head and tokens[tokens[i].head].dep == "npadvmod"

    def _modal(self, verb: Token) -> Factuality | None:
        tree, words = self._reading.tree, self._words
        holders = [verb]
        if verb.dep == "conj" and not tree.children(verb.i, "aux", "nsubj", "nsubjpass"):
            holders.append(tree.tokens[verb.head])
        for holder in holders:
            for t in own_children(self._reading, holder, "aux"):
                lower = t.text.lower()
                if t.tag == "MD" and lower in words["future"]:
                    return Factuality.ANNOUNCED
                if t.tag == "MD" and lower in words["modals"]:
                    return Factuality.UNREAL
        return None

    def _nominal(self, noun: Token) -> Factuality:
        tree = self._reading.tree
        if any(
            t.text.lower() in self._words["unreal_modifiers"] for t in tree.children(noun.i, "det", "amod")
        ):
            return Factuality.UNREAL
        if self._is_denied_name(noun):
            return Factuality.NEGATED
        if self._commands(noun):
            return Factuality.UNREAL
        head = tree.tokens[noun.head]
        bases = self._reading.lemmas(head.i)
        if noun.dep in ("dobj", "nsubjpass", "nsubj") and any(b in self._words["preventing"] for b in bases):
            return Factuality.UNREAL
        if (
            noun.dep in ("dobj", "nsubjpass")
            and head.pos == "VERB"
            and self._modal(head) is Factuality.UNREAL
        ):
            return Factuality.UNREAL
        if (
            noun.dep in ("nsubjpass", "nsubj", "dobj")
            and head.lemma in self._words["epistemic"]
            and is_denied(self._reading, head)
        ):
            return Factuality.UNREAL
        return self._governors.outwards(noun)

    def _is_denied_name(self, noun: Token) -> bool:
        """'a party, not a protest': what something is said not to be."""
        first = min((t.i for t in self._reading.tree.children(noun.i) if t.i < noun.i), default=noun.i)
        return "not" in (self._reading.lower(first), self._reading.lower(first - 1) if first else "")

    def _commands(self, noun: Token) -> bool:
        """'Kenya: Release Detained Farmers': a headline's first word that is a verb's base form too.

        Its object follows in capitals; 'Release of two farmers' and 'Release date set' go on otherwise.
        """
        reading, tokens = self._reading, self._reading.tokens
        after = noun.i + 2 < len(tokens) and tokens[noun.i + 1]
        if reading.block_kind(noun.i) != "headline" or noun.text.lower() not in self._words["commands"]:
            return False
        opens = noun.i == 0 or tokens[noun.i - 1].text == ":" or reading.block_kind(noun.i - 1) != "headline"
        return bool(opens and after and after.text[:1].isupper() and after.tag != "IN")
