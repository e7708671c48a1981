"""The objects of a verb, found where the model hangs them elsewhere."""

from __future__ import annotations

from functools import cache

from pipeline.extract.frames.declared import load_words, utterance_verbs
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_RESULTS = ("dead", "free", "unconscious")  # what a deed makes of somebody


@cache
def _speech_verbs() -> frozenset[str]:
    """Verbs whose clause is what is said, thought or wished, no object."""
    modality = load_words("modality")
    return utterance_verbs() | modality["epistemic"] | modality["unreal"]


class Objects:
    """Reads the objects of verbs off the dependency tree of an item."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._tree = reading.tree
        self._said = _speech_verbs()

    def direct_objects(self, verb: Token) -> tuple[int, ...]:
        """Objects that follow the verb, dates left out."""
        dated = self._reading.dated_tokens
        found = [t.i for t in self._tree.children(verb.i, "dobj", "obj") if t.i not in dated][:1]
        if not found and verb.dep == "amod" and verb.head > verb.i and self._tree.children(verb.i, "nsubj"):
            found = [verb.head]  # 'The court fined journalist X': a verb that the model took for an adjective
        if not found:
            complements = self._tree.children(verb.i, "ccomp")
            found = [t.i for c in complements for t in self._small_clause(c)]
            found = found or [
                c.i
                for c in complements
                if c.pos in ("NOUN", "PROPN") and not self._tree.children(c.i, "nsubj")
            ]
        if found and (given := self._given_amount(verb, found[0])) is not None:
            found = [given]
        late = self._after_phrase(verb) or self._late_object(verb) or self._after_result(verb)
        return tuple(found) or late or self._after_mistagged(verb)

    def _given_amount(self, verb: Token, amount: int) -> int | None:
        """'fined the weekly X two million drams': the name that the model made a part of the amount."""
        numbers = [t.i for t in self._tree.children(amount, "nummod") if t.i > verb.i]
        if not numbers or amount in self._reading.name_at:
            return None
        below = self._tree.subtree(amount)
        names = (self._reading.name_at.get(i) for i in range(verb.i + 1, numbers[0]) if i in below)
        return next((n.head for n in names if n is not None and n.is_agent), None)

    def _after_phrase(self, verb: Token) -> tuple[int, ...]:
        """'released on bail X': a person's name right behind a short phrase that keeps it from its verb."""
        name = self._reading.name_at.get(verb.i + 3)
        if name is None or name.tokens.start != verb.i + 3 or name.mention.entity_kind != "person":
            return ()
        prep, noun = self._tree.tokens[verb.i + 1], self._tree.tokens[verb.i + 2]
        return (name.head,) if prep.dep == "prep" and noun.pos == "NOUN" else ()

    def _after_result(self, verb: Token) -> tuple[int, ...]:
        """'shot dead X': a person's name behind the adjective that the model made a part of it."""
        name = self._reading.name_at.get(verb.i + 2)
        if name is None or name.tokens.start != verb.i + 2 or name.mention.entity_kind != "person":
            return ()
        return (name.head,) if self._reading.lower(verb.i + 1) in _RESULTS else ()

    def _late_object(self, verb: Token) -> tuple[int, ...]:
        """'dispersed with tear gas a march of students': an object that a phrase keeps from its verb."""
        late = self._tree.children(verb.i, "npadvmod")
        return tuple(
            t.i
            for t in late
            if t.i > verb.i + 1
            and t.i not in self._reading.dated_tokens
            and t.i not in self._reading.name_at
            and any(c.text.lower() in ("a", "an", "the") for c in self._tree.children(t.i, "det"))
            and self._tree.children(t.i, "prep")
        )

    def _after_mistagged(self, verb: Token) -> tuple[int, ...]:
        """'Police search the office': where the verb was taken for a noun, the noun phrase after it."""
        if verb.pos not in ("NOUN", "PROPN"):
            return ()
        tokens, stop = self._tree.tokens, self._tree.sentence_of(verb.i).stop
        for i in range(verb.i + 1, min(verb.i + 8, stop)):
            if tokens[i].pos not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"):
                return ()
            if tokens[i].pos in ("NOUN", "PROPN") and (
                i + 1 == stop or tokens[i + 1].pos not in ("NOUN", "PROPN")
            ):
                return (i,)
        return ()

    def _small_clause(self, complement: Token) -> tuple[Token, ...]:
        """'declared HIM innocent', 'let HER go': the object as subject of a complement without verb form."""
        children = self._tree.children(complement.i)
        if any(c.dep == "mark" or (c.dep in ("aux", "auxpass", "cop") and c.lemma != "to") for c in children):
            return ()
        bare = complement.tag in ("VB", "JJ", "NN", "VBN", "VBG") or complement.pos in ("ADJ", "NOUN")
        governor = self._tree.tokens[complement.head]
        reduced = complement.tag == "VBD" and complement.i > governor.i and not self._is_said(governor)
        if bare or reduced:  # 'banned the march announced for Sunday': a participle, whatever the model says
            return tuple(c for c in children if c.dep in ("nsubj", "nsubjpass") and c.i > governor.i)
        return ()

    def _is_said(self, verb: Token) -> bool:
        """True for verbs that take a clause as what is said."""
        return not self._said.isdisjoint(self._reading.lemmas(verb.i))

    def indirect(self, verb: Token) -> tuple[int, ...]:
        """'gave HER a prize', 'fined HIM 300 lari': an object before the object."""
        found = [t.i for t in self._tree.children(verb.i, "dative") if t.pos != "ADP"]
        after = self._reading.name_at.get(verb.i + 1)
        if not found and after is not None and after.mention.entity_kind == "person":
            head = self._tree.tokens[after.head]
            if (
                head.dep in ("compound", "nmod", "npadvmod", "poss")
                and self._tree.tokens[head.head].i > after.head
                and not self._tree.children(head.i, "case")
            ):
                found = [after.head]
        return tuple(found)
