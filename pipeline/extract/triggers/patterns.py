"""Whether the words of a frame's pattern stand with a token: in its clause, or right around it."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.extract.frames.declared import load_words
from pipeline.extract.frames.frame_check import Pattern
from pipeline.extract.syntax.clause import Clauses
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_NEAR = 3  # tokens that may stand between two words of a pattern where the tree does not join them
_AROUND = 40  # characters on either side in which a phrase that only looks like the event is sought


class Patterns:
    """Matches patterns in one item."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self._reading = reading
        self._clauses = clauses
        self._distinct_past = load_words("voice")["distinct_past"]
        self._prepositions = load_words("classes")["preposition"]

    def follow(self, verb: int, rest: Pattern) -> tuple[int, ...] | None:
        """Tokens that match the words after the verb, in its clause; None where one is missing."""
        if not self._are_said(verb, rest):
            return None
        used: list[int] = []
        for words in rest:
            found = self._next(verb, used, words)
            if found is None:
                return None
            used.append(found)
        return tuple(used)

    def _are_said(self, verb: int, words: Pattern) -> bool:
        """Whether the sentence has the words at all: cheap to ask, and most patterns fail here."""
        return not words or not any(map(self._reading.forms_beside(verb).isdisjoint, words))

    def _next(self, verb: int, used: list[int], words: frozenset[str]) -> int | None:
        tokens, tree = self._reading.tokens, self._reading.tree
        stripped = words <= {"of"}  # 'stripped X and Y of their licences': the phrase may hang on Y
        objects = [j for t in tree.children(verb, "dobj") for j in self._clauses.conjuncts(t.i) if stripped]
        joined = [child for parent in (*reversed(used), verb, *objects) for child in tree.children(parent)]
        if words <= {"to"}:  # 'asked the mayor to resign': the mark of an infinitive after the object
            complements = tree.children(verb, "xcomp", "ccomp")
            joined += [child for c in complements for child in tree.children(c.i, "aux") if child.i < c.i]
        is_past = tokens[verb].text.lower() in self._distinct_past  # 'The strike went on' is no 'on strike'
        for child in joined:
            later = bool(used) and (is_past or any(tokens[j].dep != "prt" for j in used))
            after = child.i > verb or self._may_precede(child, later)
            if after and child.i not in used and self.is_word(child, words):
                return child.i
        last = used[-1] if used else verb
        sentence = tree.sentence_of(verb)
        near = 1 if words <= self._prepositions else _NEAR + len(used)
        for i in range(last + 1, min(last + 1 + near, sentence.stop)):
            if tokens[i].pos == "PUNCT" and tokens[i].text in ",;:.":
                break
            if self.is_word(tokens[i], words):
                return i
        return None

    def _may_precede(self, child: Token, later: bool) -> bool:
        """'The appeal was thrown out': a word of the pattern as subject of the passive; names are none."""
        if child.dep == "nsubjpass" or (child.dep == "advmod" and not later):
            return True
        return child.dep == "nsubj" and not later and child.i not in self._reading.name_at

    def near(self, verb: int, words: Pattern) -> bool:
        """True where the words stand in the verb's own clause, after the verb."""
        if not self._are_said(verb, words):
            return False
        if self.follow(verb, words) is not None:
            return True
        if len(words) == 1 and words[0] <= self._prepositions:
            return False
        after = [i for i in self._clauses.phrase(verb) if i > verb]
        at = 0
        for i in after:
            if self.is_word(self._reading.tokens[i], words[at]):
                at += 1
                if at == len(words):
                    return True
            elif at and self._reading.tokens[i].pos not in ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON"):
                at = 0
        return False

    def fronted(self, verb: int, words: Pattern) -> bool:
        """'By nightfall all were free': a preposition that opens the verb's clause."""
        opening = (t for t in self._reading.tree.children(verb, "prep") if t.i < verb)
        return (
            len(words) == 1
            and words[0] <= self._prepositions
            and any(t.text.lower() in words[0] for t in opening)
        )

    def is_word(self, token: Token, words: frozenset[str]) -> bool:
        """True where the token, or a lemma of it, is one of the words."""
        return not words.isdisjoint(self._reading.forms(token.i))

    def inside(self, token: Token, phrases: Iterable[str]) -> bool:
        """True where the token stands in one of the phrases that only look like the event."""
        start, end = self._reading.tree.sentence_span(self._reading.tree.sentence_of(token.i))
        low, high = max(start, token.start - _AROUND), min(end, token.end + _AROUND)
        text = self._reading.item.text[low:high].lower().replace("’", "'")
        at = token.start - low
        for phrase in phrases:
            found = text.find(phrase)
            while found >= 0:
                whole = (
                    not text[found - 1 : found].isalnum() and not text[found + len(phrase) :][:1].isalnum()
                )
                if whole and found <= at < found + len(phrase):
                    return True
                found = text.find(phrase, found + 1)
        return False

    def around(self, i: int, phrases: tuple[str, ...]) -> bool:
        """True where one of the phrases stands in the sentence of token i or the one before or after it."""
        tree = self._reading.tree
        here = tree.sentence_of(i)
        low = tree.sentence_of(here.start - 1).start if here.start else here.start
        high = tree.sentence_of(here.stop).stop if here.stop < len(tree.tokens) else here.stop
        text = self._reading.text(low, high - 1).lower()
        return any(phrase in text for phrase in phrases)

    def has_modifier(self, token: Token, phrases: tuple[str, ...]) -> bool:
        """True where one of the phrases stands in the noun phrase of the token."""
        below = self._reading.tree.subtree(token.i)
        text = " ".join(self._reading.lower(i) for i in below)
        return any(f" {phrase} " in f" {text} " for phrase in phrases)
