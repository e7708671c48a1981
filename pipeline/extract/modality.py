"""Whether a trigger tells of something that happened: not denied, feared, possible, demanded, planned."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pipeline.extract.clause import Clauses
from pipeline.extract.frames import load_words
from pipeline.extract.reading import Reading
from pipeline.extract.trigger import Candidate
from pipeline.syntax import Token


class Factuality(Enum):
    """What is said of the event; only the first tells of one, the second does where a date is set for it."""

    HAPPENED = "happened"
    ANNOUNCED = "announced"
    NEGATED = "negated"
    UNREAL = "unreal"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class _Governed:
    """A step up the tree: the governing token and the child through which it governs."""

    head: Token
    child: Token


class Modality:
    """Judges candidates of one item."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self._reading = reading
        self._clauses = clauses
        self._words = load_words("modality")

    def of(self, candidate: Candidate) -> Factuality:
        """The factuality of a candidate, read from its clause outwards."""
        token = self._reading.tokens[candidate.head]
        if candidate.frame.kind != "verb" and candidate.carrier is not None and "light" in candidate.evidence:
            nominal = self._nominal(token)
            return (
                nominal
                if nominal is not Factuality.HAPPENED
                else self._verbal(self._reading.tokens[candidate.carrier], candidate)
            )
        if candidate.frame.kind == "verb":
            return self._verbal(token, candidate)
        return self._nominal(token)

    def _verbal(self, verb: Token, candidate: Candidate) -> Factuality:
        negated = self._is_negated(verb)
        if negated != (candidate.frame.polarity == "negative"):
            return Factuality.NEGATED
        modal = self._modal(verb)
        if modal is not None:
            return modal
        if self._is_imperative(verb) or self._in_question(verb):
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
        return self._outwards(verb)

    def _is_time(self, i: int) -> bool:
        """'every second year': a determiner of a noun that only says when."""
        tokens = self._reading.tokens
        return tokens[tokens[i].head].dep == "npadvmod"

    def _is_negated(self, verb: Token) -> bool:
        tree = self._reading.tree
        chain = [verb]
        if verb.dep == "conj" and not tree.children(verb.i, "nsubj", "nsubjpass", "aux", "auxpass"):
            chain.append(tree.tokens[verb.head])
        if any(
            t.text.lower() in self._words["negations"]
            for v in chain[:1]
            for t in self._own(v, "neg", "advmod", "preconj", "cc")
        ):
            return True
        if (
            len(chain) > 1
            and any(t.dep == "neg" for t in tree.children(chain[1].i))
            and self._joined_by_or(verb)
        ):
            return True
        for i in self._clauses.surface_subject(verb):
            token = tree.tokens[i]
            if (
                token.lemma.lower() in self._words["empty_subjects"]
                or token.text.lower() in self._words["empty_subjects"]
            ):
                return True
            if any(t.text.lower() == "no" for t in tree.children(i, "det")):
                return True
        if verb.dep == "pcomp" and tree.tokens[verb.head].text.lower() == "without":
            return True
        return any(
            t.text.lower() == "no" for c in tree.children(verb.i, "dobj") for t in tree.children(c.i, "det")
        )

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

    def _imperative_deps(self, verb: Token) -> tuple[str, ...]:
        opens_quotation = verb.i > 0 and self._reading.tokens[verb.i - 1].text in ("“", '"', "«", "‘")
        return (
            ("ROOT", "ccomp", "parataxis", "dep", "xcomp")
            if opens_quotation
            else ("ROOT", "ccomp", "parataxis", "dep")
        )

    def _in_question(self, verb: Token) -> bool:
        sentence = self._reading.tree.sentence_of(verb.i)
        return any(
            self._reading.tokens[i].text == "?" for i in range(max(verb.i, sentence.stop - 3), sentence.stop)
        )

    def _nominal(self, noun: Token) -> Factuality:
        tree = self._reading.tree
        if any(
            t.text.lower()
            in ("no", "any", "possible", "alleged", "future", "planned", "potential", "eventual")
            for t in tree.children(noun.i, "det", "amod")
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
            and self._is_denied(head)
        ):
            return Factuality.UNREAL
        return self._outwards(noun)

    def _is_denied(self, verb: Token) -> bool:
        return any(t.dep == "neg" or t.text.lower() == "never" for t in self._reading.tree.children(verb.i))

    def _outwards(self, token: Token) -> Factuality:
        """Follow the governors while they can make the event unreal."""
        child = token
        infinitive = self._infinitive(child)
        if infinitive is not None:
            return infinitive
        for head in self._reading.tree.ancestors(token.i):
            if self._set_apart(child, head):
                break
            judged = self._under(_Governed(head, child), token)
            if judged is not None:
                return judged
            if self._closes(child, head, token):
                break
            child = head
        return Factuality.HAPPENED

    def _set_apart(self, child: Token, head: Token) -> bool:
        """Clauses parted by a semicolon or colon, whatever the model makes of them."""
        first, last = sorted((child.i, head.i))
        return any(self._reading.tokens[i].text in (";", ":") for i in range(first, last))

    def _closes(self, child: Token, head: Token, trigger: Token) -> bool:
        """Relative clauses stand on their own, and what a verb does to a noun ends with that verb."""
        if child.dep in ("relcl", "acl", "nsubj"):
            return True
        return trigger.pos in ("NOUN", "PROPN") and head.pos in ("VERB", "AUX")

    def _infinitive(self, verb: Token) -> Factuality | None:
        """What is yet to be done: wished for, or, as a mere purpose ('joined forces to hold'), announced."""
        tree = self._reading.tree
        helpers = tree.children(verb.i, "aux")
        if not any(t.text.lower() == "to" for t in helpers) or any(t.lemma == "have" for t in helpers):
            return None
        head = tree.tokens[verb.head]
        lemma = head.lemma.lower()
        if verb.dep == "xcomp" and lemma in self._words["implicative"]:
            return Factuality.ANNOUNCED if lemma in ("be", "go") else None
        return Factuality.UNREAL if lemma in self._words["unreal"] else Factuality.ANNOUNCED

    def _under(self, step: _Governed, trigger: Token) -> Factuality | None:
        """What a governor makes of what stands under it; None where it says nothing and the climb goes on."""
        head, child, words = step.head, step.child, self._words
        if self._opened_hypothetically(child):
            return Factuality.UNREAL
        lemma = head.lemma.lower()
        if child.dep in ("prep", "pobj", "pcomp") or head.pos == "ADP":
            return self._under_preposition(step, trigger)
        if (
            head.pos in ("VERB", "AUX")
            and lemma in words["unreal"]
            and child.dep in ("xcomp", "ccomp", "dobj", "nsubjpass", "pcomp", "acomp")
        ):
            if lemma in words["factive"] and (child.dep == "ccomp" or child.dep == "dobj"):
                return None
            if child.dep == "dobj" and lemma in (
                "call",
                "set",
                "schedule",
                "announce",
                "plan",
                "offer",
                "invite",
                "tell",
                "allow",
                "try",
                "find",
                "oppose",
                "consider",
                "press",
                "deny",
            ):
                return Factuality.UNREAL if lemma in ("plan", "deny", "oppose") else None
            if child.dep == "nsubjpass" and lemma not in (
                "plan",
                "schedule",
                "propose",
                "request",
                "demand",
                "fear",
                "expect",
                "prevent",
                "avoid",
            ):
                return None
            return (
                Factuality.ANNOUNCED
                if lemma in ("plan", "schedule", "announce", "promise", "offer")
                else Factuality.UNREAL
            )
        if child.dep == "ccomp" and lemma in words["epistemic"] and self._is_denied(head):
            return Factuality.UNREAL
        negated = any(t.dep == "neg" for t in self._reading.tree.children(head.i))
        if negated and head.pos in ("VERB", "AUX") and child.dep == "xcomp" and child.i == trigger.i:
            return Factuality.NEGATED
        return None

    def _opened_hypothetically(self, verb: Token) -> bool:
        words, tree = self._words, self._reading.tree
        for t in tree.children(verb.i, "mark", "advmod", "prep"):
            lower = t.text.lower()
            if lower in words["hypothetical"] and t.i < verb.i and t.dep == "mark":
                past = verb.tag in ("VBD", "VBN") and lower in words["temporal"]
                return not past
        return False

    def _under_preposition(self, step: _Governed, trigger: Token) -> Factuality | None:
        """'calls FOR the release', 'fear OF arrest', 'the law ON rallies', 'WITHOUT trial'."""
        head, child, words = step.head, step.child, self._words
        if head.pos == "ADP" or child.dep == "pcomp":
            return (
                Factuality.UNREAL if head.text.lower() in ("without", "instead", "unless", "than") else None
            )
        if child.dep != "prep":
            return None
        prep, lemma = child.text.lower(), head.lemma.lower()
        if (
            head.pos in ("NOUN", "PROPN")
            and lemma in words["unreal_nouns"]
            and prep in ("for", "of", "against", "on", "to", "from")
        ):
            return Factuality.UNREAL
        if (
            head.pos in ("VERB", "AUX", "ADJ")
            and lemma in words["unreal"]
            and prep in ("for", "against", "of", "on", "from", "about", "with")
        ):
            return Factuality.UNREAL if prep in ("for", "against", "of", "from") else None
        return None
