"""The slots of a clause: who does it, to whom, and the phrases that hang on it.

Slots have their logical names whatever the voice: the `subject` of 'X was beaten by Y' is Y, its
`object` X. Other slots: `indirect` (gave HER a prize), a preposition (`to`, `against`, ...), `clause`
(refused to register X: `clause.object`), for nouns `poss`, `compound`, `owner` (HIS flat, the flat of X)
and `light` (X held a picket: the subject of the verb that carries the noun). `a.b` is slot b of what
stands in slot a.
"""

from __future__ import annotations

from pipeline.extract.frames.declared import load_words
from pipeline.extract.syntax.objects import Objects
from pipeline.extract.syntax.reading import Reading
from pipeline.extract.syntax.subjects import Subjects
from pipeline.extract.syntax.voice import Voice
from pipeline.syntax import Token

_PREPOSITIONS = ("prep", "agent", "dative")


class Clauses:
    """Reads slots off the dependency tree of an item."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._tree = reading.tree
        self._has_bars = reading.has_bars
        self._instruments = load_words("coreference")["instruments"]
        voice = Voice(reading)
        self.voices, self.is_predicate = voice.voices, voice.is_predicate
        objects = Objects(reading)
        self.direct_objects, self.indirect = objects.direct_objects, objects.indirect
        self.surface_subject = Subjects(reading, objects).surface_subject

    def is_passive(self, verb: Token, transitive: bool) -> bool:
        """The likeliest voice, where nothing else decides."""
        return self.voices(verb, transitive)[0]

    def subjects(self, verb: Token, passive: bool) -> tuple[int, ...]:
        """Heads of the logical subject."""
        if not passive:
            return self.surface_subject(verb)
        phrase = [self._tree.tokens[i] for i in self.phrase(verb.i)]
        by = [t for t in phrase if t.dep in ("agent", "prep", "conj") and t.text.lower() == "by"]
        agents = [t for t in by if t.i > verb.i or self._is_fronted(verb, t)]
        return tuple(self._in_cell(p.i, t.i) for p in agents for t in self._tree.children(p.i, "pobj"))

    def _is_fronted(self, verb: Token, preposition: Token) -> bool:
        """'BY ORDER of X the paper was closed': a phrase before the verb that says who decided."""
        return preposition.dep == "prep" and preposition.head == verb.i and self._names_act(preposition.i)

    def _names_act(self, preposition: int) -> bool:
        return any(t.lemma.lower() in self._instruments for t in self._tree.children(preposition, "pobj"))

    def objects(self, verb: Token, passive: bool) -> tuple[int, ...]:
        """Heads of the logical object; in 'X was given a prize' X, then the prize."""
        direct = self.direct_objects(verb)
        return (*self.surface_subject(verb), *direct) if passive else direct

    def phrases(self, i: int, preposition: str) -> tuple[int, ...]:
        """Objects of the preposition where it hangs on token i."""
        direct = self._tree.children(i, *_PREPOSITIONS)
        joined = (c for p in direct for c in self._tree.children(p.i, "conj"))  # 'of X and of Y'
        return tuple(
            self._in_cell(p.i, t.i)
            for p in (*direct, *joined)
            if p.text.lower() == preposition
            for t in self._tree.children(p.i, "pobj", "pcomp")
        )

    def _in_cell(self, preposition: int, i: int) -> int:
        """'by the City Court | Leon': the name before the bar that the model read over."""
        tokens = self._tree.tokens
        if not self._has_bars:
            return i
        bar = next((j for j in range(preposition + 1, i + 1) if tokens[j].text == "|"), None)
        name = self._reading.name_at.get(bar - 1) if bar is not None else None
        return name.head if name is not None else i

    def antecedent(self, i: int) -> int | None:
        """The noun that the relative pronoun at token i stands for."""
        for ancestor in self._tree.ancestors(i):
            if ancestor.dep == "relcl" and ancestor.head != i:
                return ancestor.head
        return self._person_before(i) if self._reading.lower(i) == "who" else None

    def _person_before(self, i: int) -> int | None:
        """'The trial of X began, who is accused': the person named before a clause that hangs on the verb."""
        start = self._tree.sentence_of(i).start
        if i == start or self._reading.lower(i - 1) != ",":
            return None
        names = (self._reading.name_at.get(j) for j in range(i - 1, start - 1, -1))
        people = (n.head for n in names if n is not None and n.mention.entity_kind == "person")
        return next(people, None)

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
