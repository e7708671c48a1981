"""Who acts beside those whom the grammar names: with them, at their call, on their behalf."""

from __future__ import annotations

from pipeline.extract.frames.declared import load_words
from pipeline.extract.syntax.clause import Clauses
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_SEEING = ("see", "hear", "meet")  # 'was last seen with X': X is not missing


class Company:
    """Reads such phrases in one item; all results are heads of noun phrases."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self._reading = reading
        self._clauses = clauses
        words = load_words("coreference")
        self._organizers_called, self._organizing = words["organizers"], words["organizing"]
        self._joint = words["joint"]
        self._imposing = load_words("voice")["imposing"]

    def companions(
        self, verb: int, doers: tuple[int, ...], acting: bool, onto: tuple[int, ...] = ()
    ) -> tuple[int, ...]:
        """'was awarded the prize TOGETHER WITH X', 'Y, WITH X, opened': who does or suffers it too.

        What stands behind people in `onto` whom the deed befalls ('led her away along with X') joins them.
        """
        tree = self._reading.tree
        joined = [] if onto else [p for p in self._behind(verb) if self._joins(p.i)]
        if not acting:
            joined += [p for p in tree.children(verb, "prep") if p.i > verb and self._takes_along(p)]
        for i in doers:
            beside = [p for p in tree.children(i, "prep") if i < p.i < verb]
            joined += [p for p in beside if self._joins(p.i) or (acting and self._is_aside(p.i))]
        return tuple(t.i for p in joined for t in tree.children(p.i, "pobj"))

    def victims(self, verb: int, onto: tuple[int, ...]) -> tuple[int, ...]:
        """'led her away TOGETHER WITH X': whom the same befell as the people in `onto`."""
        tree = self._reading.tree
        inside = [p for i in onto for p in tree.children(i, "prep")]
        joined = [p for p in (*self._behind(verb), *inside) if onto and self._joins(p.i)]
        return tuple(t.i for p in joined for t in tree.children(p.i, "pobj"))

    def _behind(self, verb: int) -> list[Token]:
        """Prepositions behind a verb, the second of 'along with' included."""
        tree = self._reading.tree
        direct = [p for p in tree.children(verb, "prep") if p.i > verb]
        return direct + [q for p in direct for q in tree.children(p.i, "prep")]

    def _joins(self, preposition: int) -> bool:
        """'alongside', 'together with', 'jointly with'."""
        word = self._reading.lower(preposition)
        before = self._reading.lower(preposition - 1) if preposition else ""
        return word == "alongside" or (
            word == "with" and before in ("together", "along", "jointly", "shared")
        )

    def _takes_along(self, preposition: Token) -> bool:
        """'was detained with her brother Y': a person whom the same befell."""
        if preposition.text.lower() != "with" or self._reading.tokens[preposition.head].lemma in _SEEING:
            return False
        tree = self._reading.tree
        nouns = tree.children(preposition.i, "pobj")
        beside = (j for t in nouns for j in (t.i, *(c.i for c in tree.children(t.i, "appos", "compound"))))
        return any(self._reading.kind_at(j) == "person" for j in beside)

    def _is_aside(self, preposition: int) -> bool:
        """'X, with Y, opened': set off by commas, so that Y is no part of the name before it."""
        if self._reading.lower(preposition) != "with" or self._reading.lower(preposition - 1) != ",":
            return False
        names = (self._reading.name_at.get(i) for i in range(preposition + 1, preposition + 3))
        return any(name is not None and name.is_agent for name in names)

    def partners(self, verb: int) -> tuple[int, ...]:
        """'organised by X IN COOPERATION WITH Y': Y."""
        nouns = (i for i in self._clauses.phrases(verb, "in") if self._reading.tokens[i].lemma in self._joint)
        return tuple(j for i in nouns for j in self._clauses.phrases(i, "with"))

    def imposed(self, i: int) -> tuple[int, ...]:
        """'the fines which the governor had IMPOSED ON X': X."""
        nouns = (i, *self._inside(i))
        clauses = (t for n in nouns for t in self._reading.tree.children(n, "acl", "relcl"))
        verbs = [t.i for t in clauses if t.lemma in self._imposing]
        return tuple(j for v in verbs for p in ("on", "upon", "against") for j in self._clauses.phrases(v, p))

    def organizers(self, i: int) -> tuple[int, ...]:
        """'a march called by X', 'the rally that X had announced': who calls people together."""
        found: list[int] = []
        for verb in self._clauses_of(i):
            if self._organizing.isdisjoint(self._reading.lemmas(verb.i)):
                continue
            passive = self._clauses.is_passive(verb, True)
            found += [j for j in self._clauses.subjects(verb, passive) if j != i]
            found += self.partners(verb.i)
        prep = self._reading.tokens[self._reading.tokens[i].head]
        if prep.text.lower() == "of" and self._reading.tokens[prep.head].lemma in self._organizers_called:
            found.append(prep.head)  # 'the organiser of the sit-in, X'
        return tuple(found)

    def _clauses_of(self, i: int) -> tuple[Token, ...]:
        """Verbs that tell more of a noun: 'a march called by X', 'the seminar on the bill, held by X'."""
        tree, tokens = self._reading.tree, self._reading.tokens
        own = tree.children(i, "acl", "relcl")
        behind = (t for j in self._inside(i) for t in tree.children(j, "acl") if t.tag == "VBN")
        return (*own, *(t for t in behind if tokens[t.i - 1].text == ","))

    def _inside(self, i: int) -> tuple[int, ...]:
        """Nouns in the prepositional phrases of a noun."""
        tree = self._reading.tree
        return tuple(t.i for p in tree.children(i, "prep") for t in tree.children(p.i, "pobj"))
