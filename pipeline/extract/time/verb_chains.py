"""Verbs joined to one another: the topmost of a coordination, and tenses of what came before."""

from __future__ import annotations

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.frames.declared import load_words
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token


class VerbChains:
    """Reads the verbs that tell of the candidates of one item."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._subordinators = load_words("time")["subordinators"]

    def verb(self, candidate: Candidate) -> int:
        """The verb that tells of a candidate, where one does."""
        light = candidate.frame.kind == "noun" and "light" in candidate.evidence
        return candidate.carrier if light and candidate.carrier is not None else candidate.head

    def top(self, i: int) -> int:
        """The topmost verb reached through coordination only."""
        tokens = self._reading.tokens
        token = tokens[i]
        while token.head != token.i and (
            token.dep in ("conj", "ccomp", "parataxis", "dep") or self._is_split_clause(token)
        ):
            if any(
                t.text.lower() in self._subordinators for t in self._reading.tree.children(token.i, "mark")
            ):
                break
            token = tokens[token.head]
        return token.i

    def _is_split_clause(self, token: Token) -> bool:
        """'X spoke, and the poet Y read': a clause whose subject the model joined to the verb before."""
        tokens, tree = self._reading.tokens, self._reading.tree
        noun = tokens[token.head]
        if token.dep == "relcl" and noun.pos in ("NOUN", "PROPN") and noun.dep == "conj":
            bare = all(t.tag not in ("WDT", "WP") for t in tree.children(token.i))
            return bare and tokens[noun.head].pos == "VERB"
        return token.pos in ("NOUN", "PROPN") and token.dep == "conj" and tokens[token.head].pos == "VERB"

    def is_past_perfect(self, candidate: Candidate) -> bool:
        """'had been arrested': before the time that the text tells of."""
        verb = candidate.head if candidate.frame.kind == "verb" else candidate.carrier
        if verb is None or (candidate.frame.kind != "verb" and "light" not in candidate.evidence):
            return False
        tree, token = self._reading.tree, self._reading.tokens[verb]
        while token.dep == "conj" and not tree.children(token.i, "aux", "auxpass", "nsubj", "nsubjpass"):
            token = self._reading.tokens[token.head]  # 'had been arrested and accused'
        helpers = (t for t in tree.children(token.i, "aux") if t.text.lower() in ("had", "'d"))
        return any(not self._is_causative(t.i, token.i) for t in helpers)

    def _is_causative(self, had: int, verb: int) -> bool:
        """'had the office SEALED': made somebody do it, which is no past perfect."""
        between = self._reading.tokens[had + 1 : verb]
        return any(t.pos in ("NOUN", "PROPN") for t in between) and all(t.lemma != "be" for t in between)
