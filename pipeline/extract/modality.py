"""Whether a trigger tells of something that happened: not denied, feared, possible, demanded, planned."""

from __future__ import annotations

from pipeline.extract.candidate import Candidate
from pipeline.extract.clause import Clauses
from pipeline.extract.factuality import Factuality
from pipeline.extract.frames import load_event_types, load_words
from pipeline.extract.governors import Governors, is_denied
from pipeline.extract.reading import Reading
from pipeline.syntax import Token


class Modality:
    """Judges candidates of one item."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self._reading = reading
        self._clauses = clauses
        self._governors = Governors(reading)
        self._words = load_words("modality")
        self._in_court = frozenset(kind.name for kind in load_event_types() if kind.in_court)

    def of(self, candidate: Candidate) -> Factuality:
        """The factuality of a candidate, read from its clause outwards."""
        token = self._reading.tokens[candidate.head]
        if candidate.frame.kind == "verb":
            return self._verbal(token, candidate)
        nominal = Factuality.UNREAL if self._is_put_off(token, candidate) else self._nominal(token)
        if nominal is Factuality.HAPPENED and candidate.carrier is not None and "light" in candidate.evidence:
            return self._verbal(self._reading.tokens[candidate.carrier], candidate)
        return nominal

    def _is_put_off(self, noun: Token, candidate: Candidate) -> bool:
        """'The release was postponed'; a hearing put off is itself a day in court."""
        if candidate.frame.event_type in self._in_court or noun.dep not in ("nsubjpass", "dobj"):
            return False
        return self._reading.tokens[noun.head].lemma in self._words["postponing"]

    def _is_accusation(self, verb: Token) -> bool:
        """'arrested for blocking traffic', 'held for "rioting"': what others say that the arrested did."""
        tokens, quoted = self._reading.tokens, self._reading.quoted
        above = tokens[verb.head]
        if verb.dep != "pcomp" or above.text.lower() not in ("for", "of", "with", "on"):
            return False
        accuser = tokens[above.head]
        return accuser.lemma in self._words["accusing"] or (quoted[verb.i] and not quoted[above.i])

    def _is_replaced(self, verb: Token) -> bool:
        """'prayed instead of MARCHING', 'rather than march'."""
        before = tuple(self._reading.lower(i) for i in range(max(0, verb.i - 2), verb.i))
        return before in (("instead", "of"), ("rather", "than"))

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
        if candidate.is_utterance and self._is_asked_for(verb):
            return Factuality.UNREAL
        if (
            self._is_imperative(verb)
            or self._in_question(verb)
            or self._is_accusation(verb)
            or self._is_replaced(verb)
        ):
            return Factuality.UNREAL
        if any(
            t.text.lower() in self._words["habitual"] for t in self._reading.tree.children(verb.i, "advmod")
        ):
            return Factuality.GENERAL
        if any(
            self._reading.lower(i) in ("every", "each")
            for i in self._clauses.phrase(verb.i)
            if self._is_time(i)
        ):
            return Factuality.GENERAL
        return self._governors.outwards(verb)

    def _is_time(self, i: int) -> bool:
        """'every second year': a determiner of a noun that only says when."""
        tokens = self._reading.tokens
        return i < tokens[i].head and tokens[tokens[i].head].dep == "npadvmod"

    def is_negated(self, verb: Token) -> bool:
        """True where the verb, its subject or its object denies what it tells."""
        tree, negations = self._reading.tree, self._words["negations"]
        if any(t.text.lower() in negations for t in self._own(verb, "neg", "advmod", "preconj", "cc")):
            return True
        shares = verb.dep == "conj" and not tree.children(verb.i, "nsubj", "nsubjpass", "aux", "auxpass")
        if shares and self._is_denied_first(tree.tokens[verb.head]) and self._joined_by_or(verb):
            return True
        if any(self._is_empty(i) for i in self._clauses.surface_subject(verb)):
            return True
        if verb.dep == "pcomp" and tree.tokens[verb.head].text.lower() == "without":
            return True
        return any(self._has_no(c.i) for c in tree.children(verb.i, "dobj"))

    def _is_denied_first(self, first: Token) -> bool:
        """'neither X nor', 'was not X or': the first of joined verbs is denied."""
        tree, negations = self._reading.tree, self._words["negations"]
        if is_denied(self._reading, first) or any(
            t.text.lower() in negations for t in tree.children(first.i, "preconj")
        ):
            return True
        return first.dep in ("acomp", "attr") and is_denied(self._reading, tree.tokens[first.head])

    def _is_empty(self, i: int) -> bool:
        """'nobody', 'neither of them', 'no witness'."""
        token, empty = self._reading.tokens[i], self._words["empty_subjects"]
        return token.lemma.lower() in empty or token.text.lower() in empty or self._has_no(i)

    def _has_no(self, i: int) -> bool:
        return any(t.text.lower() == "no" for t in self._reading.tree.children(i, "det"))

    def _joined_by_or(self, verb: Token) -> bool:
        return any(t.text.lower() in ("or", "nor") for t in self._reading.tree.children(verb.head, "cc"))

    def _modal(self, verb: Token) -> Factuality | None:
        tree, words = self._reading.tree, self._words
        holders = [verb]
        if verb.dep == "conj" and not tree.children(verb.i, "aux", "nsubj", "nsubjpass"):
            holders.append(tree.tokens[verb.head])
        for holder in holders:
            for t in self._own(holder, "aux"):
                lower = t.text.lower()
                if t.tag == "MD" and lower in words["future"]:
                    return Factuality.ANNOUNCED
                if t.tag == "MD" and lower in words["modals"]:
                    return Factuality.UNREAL
        return None

    def _own(self, verb: Token, *deps: str) -> tuple[Token, ...]:
        """Children on the verb's own side of quotation marks."""
        quoted = self._reading.quoted
        return tuple(t for t in self._reading.tree.children(verb.i, *deps) if quoted[t.i] == quoted[verb.i])

    def _is_imperative(self, verb: Token) -> bool:
        """'Free them all!': a bare base form that opens a sentence without subject."""
        tree = self._reading.tree
        if verb.tag not in ("VB", "VBP") or verb.dep not in self._imperative_deps(verb):
            return False
        if verb.dep == "ccomp" and tree.tokens[verb.head].lemma in self._words["bare_infinitive"]:
            return False
        return not tree.children(verb.i, "aux", "auxpass", "nsubj", "nsubjpass")

    def _is_asked_for(self, verb: Token) -> bool:
        """'- urging the governor to act;': what the reader of an urgent action is asked to write."""
        bare = not self._reading.tree.children(verb.i, "aux", "nsubj", "nsubjpass")
        return (
            verb.tag == "VBG" and verb.dep == "ROOT" and bare and self._reading.block_kind(verb.i) == "body"
        )

    def _imperative_deps(self, verb: Token) -> tuple[str, ...]:
        opens_quotation = verb.i > 0 and self._reading.tokens[verb.i - 1].text in ("“", '"', "«", "‘")
        return (
            ("ROOT", "ccomp", "parataxis", "dep", "xcomp")
            if opens_quotation
            else ("ROOT", "ccomp", "parataxis", "dep")
        )

    def _in_question(self, verb: Token) -> bool:
        sentence, quoted = self._reading.tree.sentence_of(verb.i), self._reading.quoted
        return any(
            self._reading.tokens[i].text == "?" and (quoted[verb.i] or not quoted[i])
            for i in range(max(verb.i, sentence.stop - 3), sentence.stop)
        )

    def _nominal(self, noun: Token) -> Factuality:
        tree = self._reading.tree
        if any(
            t.text.lower() in self._words["unreal_modifiers"] for t in tree.children(noun.i, "det", "amod")
        ):
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
