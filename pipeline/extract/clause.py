"""The slots of a clause: who does it, to whom, and the phrases that hang on it.

Slots have their logical names whatever the voice: the `subject` of 'X was beaten by Y' is Y, its
`object` X. Other slots: `indirect` (gave HER a prize), a preposition (`to`, `against`, ...), `clause`
(refused to register X: `clause.object`), for nouns `poss`, `compound`, `owner` (HIS flat, the flat of X)
and `light` (X held a picket: the subject of the verb that carries the noun). `a.b` is slot b of what
stands in slot a.
"""

from __future__ import annotations

from pipeline.extract.reading import Reading
from pipeline.extract.voice import Voice
from pipeline.syntax import Token

_SUBJECTS = ("nsubj", "csubj", "nsubjpass", "csubjpass")
_PREPOSITIONS = ("prep", "agent", "dative")
_DEPTH = 6


class Clauses:
    """Reads slots off the dependency tree of an item."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._tree = reading.tree
        self.voices = Voice(reading).voices

    def is_passive(self, verb: Token, transitive: bool) -> bool:
        """The likeliest voice, where nothing else decides."""
        return self.voices(verb, transitive)[0]

    def subjects(self, verb: Token, passive: bool) -> tuple[int, ...]:
        """Heads of the logical subject."""
        if not passive:
            return self.surface_subject(verb)
        phrase = (self._tree.tokens[i] for i in self.phrase(verb.i) if i > verb.i)
        agents = [t for t in phrase if t.dep in ("agent", "prep") and t.text.lower() == "by"]
        return tuple(t.i for p in agents for t in self._tree.children(p.i, "pobj"))

    def objects(self, verb: Token, passive: bool) -> tuple[int, ...]:
        """Heads of the logical object; in 'X was given a prize' X, then the prize."""
        direct = self.direct_objects(verb)
        return (*self.surface_subject(verb), *direct) if passive else direct

    def direct_objects(self, verb: Token) -> tuple[int, ...]:
        """Objects that follow the verb, dates left out."""
        dated = self._reading.dated_tokens
        found = [t.i for t in self._tree.children(verb.i, "dobj", "obj") if t.i not in dated][:1]
        if not found:
            complements = self._tree.children(verb.i, "ccomp")
            found = [t.i for c in complements for t in self._small_clause(c)]
            found = found or [
                c.i
                for c in complements
                if c.pos in ("NOUN", "PROPN") and not self._tree.children(c.i, "nsubj")
            ]
        late = self._after_phrase(verb) or self._late_object(verb)
        return tuple(found) or late or self._after_mistagged(verb)

    def _after_phrase(self, verb: Token) -> tuple[int, ...]:
        """'released on bail X': a person's name right behind a short phrase that keeps it from its verb."""
        name = self._reading.name_at.get(verb.i + 3)
        if name is None or name.tokens.start != verb.i + 3 or name.mention.entity_kind != "person":
            return ()
        prep, noun = self._tree.tokens[verb.i + 1], self._tree.tokens[verb.i + 2]
        return (name.head,) if prep.dep == "prep" and noun.pos == "NOUN" else ()

    def _late_object(self, verb: Token) -> tuple[int, ...]:
        """'dispersed with tear gas a march of students': an object that a phrase keeps from its verb."""
        late = self._tree.children(verb.i, "npadvmod")
        return tuple(
            t.i
            for t in late
            if t.i > verb.i + 1
            and t.i not in self._reading.dated_tokens
            and t.i not in self._reading.name_at
            and any(c.text.lower() in ("a", "an") for c in self._tree.children(t.i, "det"))
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
        if complement.tag in ("VB", "JJ", "NN", "VBN", "VBG") or complement.pos in ("ADJ", "NOUN"):
            return tuple(c for c in children if c.dep in ("nsubj", "nsubjpass"))
        return ()

    def surface_subject(self, verb: Token, depth: int = 0) -> tuple[int, ...]:
        """The grammatical subject, found through conjunction, control and participles if need be."""
        tree = self._tree
        own = [self._doer(t) for t in tree.children(verb.i, *_SUBJECTS) if not self._is_dateline(t)]
        if all(i in self._reading.dated_tokens for i in own):
            own = self._after_date(verb) or own
        if own := own or self._of_opening_participle(verb):
            return tuple(own)
        if depth > _DEPTH or verb.head == verb.i:
            return ()
        head = tree.tokens[verb.head]
        first, last = sorted((verb.i, head.i))
        if any(tree.tokens[i].text in (";", ":") for i in range(first, last)):
            return ()
        if verb.dep == "acl" and (named := self._name_before_comma(verb.i)) is not None:
            return (named,)
        if verb.dep in ("acl", "relcl", "amod"):
            return (head.i,)
        if verb.dep == "conj" and head.pos not in ("VERB", "AUX"):
            return (
                self.surface_subject(head, depth + 1)
                if head.tag in ("JJ", "NN", "NNP") and depth == 0
                else ()
            )
        if verb.dep in ("conj", "xcomp", "advcl", "dep", "ccomp") and head.pos in ("VERB", "AUX"):
            controlled = [t.i for t in tree.children(head.i, "dobj", "dative")] if verb.dep == "xcomp" else []
            return tuple(controlled) or self.surface_subject(head, depth + 1)
        if verb.dep == "pcomp":
            top = next((t for t in tree.ancestors(verb.i) if t.pos in ("VERB", "AUX")), None)
            return self._controller(top, depth) if top else ()
        return ()

    def _of_opening_participle(self, verb: Token) -> list[int]:
        """'X and Y, arrested in May, were tried': the subject that the model gave to the participle."""
        if verb.dep not in ("ROOT", "ccomp"):
            return []
        opening = (t for t in self._tree.children(verb.i, "advcl", "acl") if t.i < verb.i and t.tag == "VBN")
        bare = (t for t in opening if not self._tree.children(t.i, "auxpass", "aux", "mark"))
        return [s.i for t in bare for s in self._tree.children(t.i, "nsubj", "nsubjpass")]

    def _after_date(self, verb: Token) -> list[int]:
        """'In December X, aged 24, died': a name that the model made part of the date before it."""
        tokens, start = self._tree.tokens, self._tree.sentence_of(verb.i).start
        if verb.dep not in ("ROOT", "ccomp"):
            return []
        for i in range(verb.i - 1, start, -1):
            name = self._reading.name_at.get(i)
            if tokens[i].pos in ("VERB", "AUX") and tokens[i].dep != "acl":
                break
            if name is not None and name.is_agent and name.tokens.start - 1 in self._reading.dated_tokens:
                governor = tokens[name.head]
                while governor.dep in ("compound", "nmod", "appos") and governor.head != governor.i:
                    governor = tokens[governor.head]
                if governor.dep in ("pobj", "npadvmod") or governor.i in self._reading.dated_tokens:
                    return [name.head]
        return []

    def _doer(self, subject: Token) -> int:
        """'Mourners singing in the street were dispersed': the mourners."""
        inner = self._tree.children(subject.i, "nsubj") if subject.tag == "VBG" else ()
        return inner[0].i if inner else subject.i

    def _is_dateline(self, subject: Token) -> bool:
        """'ALMATY, 14 September - ...': the place that an agency puts before its text."""
        name = self._reading.name_at.get(subject.i)
        if name is None or name.mention.entity_kind != "place":
            return False
        start = self._tree.sentence_of(subject.i).start
        return name.tokens.start == start and self._reading.lower(name.tokens.stop) in (
            ",",
            "(",
            "-",
            "–",
            "—",
            ":",
        )

    def _name_before_comma(self, i: int) -> int | None:
        """'the release of X, sentenced to six years': X, whatever the model hangs the clause on."""
        if i < 2 or self._tree.tokens[i - 1].text != ",":
            return None
        name = self._reading.name_at.get(i - 2)
        return name.head if name is not None and name.is_agent else None

    def _controller(self, verb: Token, depth: int) -> tuple[int, ...]:
        """Who does what a gerund says: the head's object ('fined X for clapping'), else its subject."""
        return self.direct_objects(verb) or self.surface_subject(verb, depth + 1)

    def phrases(self, i: int, preposition: str) -> tuple[int, ...]:
        """Objects of the preposition where it hangs on token i."""
        return tuple(
            t.i
            for p in self._tree.children(i, *_PREPOSITIONS)
            if p.text.lower() == preposition
            for t in self._tree.children(p.i, "pobj", "pcomp")
        )

    def indirect(self, verb: Token) -> tuple[int, ...]:
        """'gave HER a prize', 'fined HIM 300 lari': an object before the object."""
        found = [t.i for t in self._tree.children(verb.i, "dative") if t.pos != "ADP"]
        after = self._reading.name_at.get(verb.i + 1)
        if not found and after is not None and after.mention.entity_kind == "person":
            head = self._tree.tokens[after.head]
            if (
                head.dep in ("compound", "nmod", "npadvmod", "poss")
                and self._tree.tokens[head.head].i > after.head
            ):
                found = [after.head]
        return tuple(found)

    def conjuncts(self, i: int) -> tuple[int, ...]:
        """Token i and all that is coordinated with it, in order."""
        found, todo = [], [i]
        while todo:
            index = todo.pop()
            found.append(index)
            todo.extend(t.i for t in self._tree.children(index, "conj") if t.pos not in ("VERB", "AUX"))
        return tuple(sorted(found))

    def phrase(self, verb: int) -> tuple[int, ...]:
        """Tokens of the verb's own clause, without the clauses inside it, in order."""
        found, todo = [], [verb]
        while todo:
            index = todo.pop()
            found.append(index)
            for child in self._tree.children(index):
                clausal = child.dep in ("relcl", "advcl", "acl", "ccomp", "parataxis", "csubj")
                if not clausal and not (child.dep == "conj" and child.pos in ("VERB", "AUX")):
                    todo.append(child.i)
        return tuple(sorted(found))
