"""The slots of a clause: who does it, to whom, and the phrases that hang on it.

Slots have their logical names whatever the voice: the `subject` of 'X was beaten by Y' is Y, its
`object` X. Other slots: `indirect` (gave HER a prize), `owner` (searched HIS flat: only after another
slot, `object.owner`), `poss`, `compound`, a preposition (`to`, `against`, ...), `clause`
(refused to register X: `clause.object`), `light` (X held a picket: the subject of the verb that
carries the noun). `a.b` is slot b of what stands in slot a.
"""

from __future__ import annotations

from pipeline.syntax import Token, Tree

SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
OBJECTS = ("dobj", "obj", "attr", "oprd")
_PREPOSITIONS = ("prep", "agent", "dative")


class Clauses:
    """Reads slots off a dependency tree; `passive` readings of bare participles are decided here."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def is_passive(self, verb: Token, transitive: bool) -> bool:
        """True where the verb's grammatical subject is its logical object.

        A past form without auxiliary and object of a verb that needs one ('Activist jailed in
        Minsk', 'X, sentenced to two years, ...') is passive too.
        """
        tree = self._tree
        deps = {child.dep for child in tree.children(verb.i)}
        if "auxpass" in deps or "nsubjpass" in deps:
            return True
        if (
            any(t.lemma in ("be", "get") and t.dep == "aux" for t in tree.children(verb.i))
            and verb.tag == "VBN"
        ):
            return True
        if verb.tag not in ("VBN", "VBD", "JJ", "NNP", "NN", "VB") or deps & {"dobj", "obj"}:
            return False
        if verb.dep == "conj" and "nsubj" not in deps and verb.tag in ("VBN", "VBD"):
            head = tree.tokens[verb.head]
            if head.tag in ("VBN", "VBD") and self.is_passive(head, transitive):
                return True
        if any(t.lemma == "have" and t.dep == "aux" for t in tree.children(verb.i)):
            return False
        if verb.tag in ("VBN", "JJ", "NNP", "NN") and verb.dep in (
            "acl",
            "amod",
            "relcl",
            "advcl",
            "ROOT",
            "conj",
            "ccomp",
            "xcomp",
        ):
            return transitive or verb.dep in ("acl", "amod")
        return transitive and verb.tag in ("VBD", "VBN")

    def subjects(self, verb: Token, transitive: bool) -> tuple[int, ...]:
        """Heads of the logical subject."""
        if not self.is_passive(verb, transitive):
            return self.surface_subject(verb)
        agents = list(self._tree.children(verb.i, "agent"))
        agents += [p for p in self._tree.children(verb.i, "prep") if p.lemma == "by"]
        return tuple(t.i for p in agents for t in self._tree.children(p.i, "pobj"))

    def objects(self, verb: Token, transitive: bool) -> tuple[int, ...]:
        """Heads of the logical object."""
        found = [t.i for t in self._tree.children(verb.i, *OBJECTS)]
        if self.is_passive(verb, transitive):
            found = [*self.surface_subject(verb), *found]
        elif not found:
            found = [t.i for c in self._tree.children(verb.i, "ccomp") for t in self._small_clause(c)]
        return tuple(found)

    def _small_clause(self, complement: Token) -> tuple[Token, ...]:
        """'declared HIM innocent', 'let HER go': a complement with no verb form of its own has the object."""
        if any(
            t.lower() in ("that", "whether", "if")
            for t in (c.text for c in self._tree.children(complement.i, "mark"))
        ):
            return ()
        if complement.tag in ("VB", "JJ", "NN", "VBN") or complement.pos in ("ADJ", "NOUN"):
            if any(
                c.dep in ("aux", "auxpass", "cop") and c.lemma != "to"
                for c in self._tree.children(complement.i)
            ):
                return ()
            return self._tree.children(complement.i, "nsubj", "nsubjpass")
        return ()

    def surface_subject(self, verb: Token, depth: int = 0) -> tuple[int, ...]:
        """The grammatical subject, found through conjunction, control and participles if need be."""
        tree = self._tree
        own = tree.children(verb.i, *SUBJECTS, *PASSIVE_SUBJECTS)
        if own:
            return tuple(t.i for t in own)
        if depth > 6 or verb.head == verb.i:
            return ()
        head = tree.tokens[verb.head]
        if verb.dep in ("acl", "relcl", "amod"):
            return (head.i,)
        if verb.dep in ("conj", "xcomp", "advcl", "dep", "ccomp", "pcomp") and head.pos in ("VERB", "AUX"):
            controlled = [t.i for t in tree.children(head.i, "dobj", "dative")] if verb.dep == "xcomp" else []
            return tuple(controlled) or self.surface_subject(head, depth + 1)
        if verb.dep == "conj" and head.dep in ("acl", "relcl"):
            return self.surface_subject(head, depth + 1)
        if verb.dep == "pcomp":
            top = next((t for t in tree.ancestors(verb.i) if t.pos in ("VERB", "AUX")), None)
            return self._controller(top, depth) if top else ()
        return ()

    def _controller(self, verb: Token, depth: int) -> tuple[int, ...]:
        """Who does what a gerund says: the head's object ('fined X for clapping'), else its subject."""
        direct = [t.i for t in self._tree.children(verb.i, "dobj")]
        return tuple(direct) or self.surface_subject(verb, depth + 1)

    def phrases(self, i: int, preposition: str) -> tuple[int, ...]:
        """Objects of a preposition that hangs on token i or on its object, nearest first."""
        found = [
            t.i
            for p in self._tree.children(i, *_PREPOSITIONS)
            if p.text.lower() == preposition
            for t in self._tree.children(p.i, "pobj", "pcomp")
        ]
        return tuple(found)

    def indirect(self, verb: Token) -> tuple[int, ...]:
        """'gave HER a prize', 'told THE COURT that'."""
        return tuple(t.i for t in self._tree.children(verb.i, "dative") if t.pos != "ADP")

    def conjuncts(self, i: int) -> tuple[int, ...]:
        """Token i and all that is coordinated with it, in order."""
        found, todo = [], [i]
        while todo:
            index = todo.pop()
            found.append(index)
            todo.extend(t.i for t in self._tree.children(index, "conj"))
        return tuple(sorted(found))
