"""Clauses that do not tell but command, ask, accuse or say what was not done."""

from __future__ import annotations

from pipeline.extract.frames.declared import load_words
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_TALK = ("ask", "say", "tell")


class Mood:
    """Reads the mood of the verbs of one item."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._words = load_words("modality")
        self._deciders = load_words("voice")["deciders"]

    def is_unreal(self, verb: Token) -> bool:
        """True for commands, questions, what others are accused of, and what was replaced."""
        tests = (
            self.is_imperative,
            self.is_subjunctive,
            self.in_question,
            self.is_accusation,
            self.is_replaced,
        )
        return any(test(verb) for test in tests)

    def is_imperative(self, verb: Token) -> bool:
        """'Free them all!': a bare base form that opens a sentence without subject."""
        tree = self._reading.tree
        if verb.tag == "VB" and verb.dep == "conj" and not tree.children(verb.i, "aux", "nsubj", "nsubjpass"):
            first = tree.tokens[verb.head]
            return first.tag == "VB" and self.is_imperative(first)  # 'release him, or charge him'
        if verb.tag not in ("VB", "VBP") or verb.dep not in self._imperative_deps(verb):
            return False
        if verb.dep == "ccomp" and tree.tokens[verb.head].lemma in self._words["bare_infinitive"]:
            return False
        return not tree.children(verb.i, "aux", "auxpass", "nsubj", "nsubjpass")

    def is_subjunctive(self, verb: Token) -> bool:
        """'that the men be freed', 'that the envoy visit': what is demanded, not ordered by a court."""
        tree, tokens = self._reading.tree, self._reading.tokens
        if tokens[verb.head].lemma in self._deciders and verb.dep in ("ccomp", "xcomp"):
            return False
        helpers = tree.children(verb.i, "aux", "auxpass")
        bare = any(t.text.lower() == "be" for t in helpers)
        if not tree.children(verb.i, "nsubj", "nsubjpass") or any(t.text.lower() != "be" for t in helpers):
            return False
        that = any(t.text.lower() == "that" for t in tree.children(verb.i, "mark"))
        return bare or (verb.tag == "VB" and that)

    def is_asked_for(self, verb: Token) -> bool:
        """'- urging the governor to act;': what the reader of an urgent action is asked to write."""
        bare = not self._reading.tree.children(verb.i, "aux", "nsubj", "nsubjpass")
        return (
            verb.tag == "VBG" and verb.dep == "ROOT" and bare and self._reading.block_kind(verb.i) == "body"
        )

    def is_recounted(self, verb: Token) -> bool:
        """'"They asked me who paid," she said': talk told of in a quotation."""
        if not self._reading.quoted[verb.i] or verb.lemma not in _TALK:
            return False
        subjects = self._reading.tree.children(verb.i, "nsubj")
        return bool(subjects) and all(t.pos == "PRON" for t in subjects)

    def _imperative_deps(self, verb: Token) -> tuple[str, ...]:
        opens_quotation = verb.i > 0 and self._reading.tokens[verb.i - 1].text in ("“", '"', "«", "‘")
        return (
            ("ROOT", "ccomp", "parataxis", "dep", "xcomp")
            if opens_quotation
            else ("ROOT", "ccomp", "parataxis", "dep")
        )

    def in_question(self, verb: Token) -> bool:
        """True in a question, of the quotation that the verb stands in or of its sentence."""
        sentence, quoted = self._reading.tree.sentence_of(verb.i), self._reading.quoted
        return any(
            self._reading.tokens[i].text == "?" and (quoted[verb.i] or not quoted[i])
            for i in range(max(verb.i, sentence.stop - 3), sentence.stop)
        )

    def is_accusation(self, verb: Token) -> bool:
        """'arrested for blocking traffic', 'held for "rioting"': what others say that the arrested did."""
        tokens, quoted = self._reading.tokens, self._reading.quoted
        above = tokens[verb.head]
        if verb.dep != "pcomp" or above.text.lower() not in ("for", "of", "with", "on"):
            return False
        accuser = tokens[above.head]
        return accuser.lemma in self._words["accusing"] or (quoted[verb.i] and not quoted[above.i])

    def is_replaced(self, verb: Token) -> bool:
        """'prayed instead of MARCHING', 'rather than march'."""
        before = tuple(self._reading.lower(i) for i in range(max(0, verb.i - 2), verb.i))
        return before in (("instead", "of"), ("rather", "than"))
