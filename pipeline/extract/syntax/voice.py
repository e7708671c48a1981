"""Whether a verb's surface subject does it or suffers it."""

from __future__ import annotations

from pipeline.extract.frames.declared import load_words
from pipeline.extract.syntax.forms import base_forms
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_PARTICIPLE_LIKE = ("VBN", "VBD", "JJ", "NNP", "NN", "VB")
_ADJOINED = ("acl", "amod", "relcl", "advcl", "ROOT", "conj", "ccomp", "xcomp", "dep", "parataxis", "appos")
_INVARIANT = ("let", "put", "shut", "hit", "cut", "beat", "set")  # past forms like the base, tagged VB


class Voice:
    """Decides the voice of verbs of one item."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._tree = reading.tree
        words = load_words("voice")
        self._distinct_past, self._prepositional = words["distinct_past"], words["prepositional"]

    def voices(
        self, verb: Token, transitive: bool, ditransitive: bool = False, ignored: tuple[int, ...] = ()
    ) -> tuple[bool, ...]:
        """Readings of the verb, likeliest first: True where its surface subject is its logical object.

        A past form without auxiliary and object of a verb that needs one ('Activist jailed in Minsk',
        'X, sentenced to two years, ...') may be passive, in a headline even with an object ('X denied
        visa'). `ignored` are tokens that belong to the verb ('taken off AIR').
        """
        if self._is_marked_passive(verb) or self._opens_cell(verb, ignored):
            return (True,)
        if verb.dep == "amod" and self._tree.children(verb.i, "nsubj"):
            return (False,)
        headline = self._reading.block_kind(verb.i) == "headline"
        if not self._may_be_passive(verb, ignored, ditransitive and (headline or self._deals_out(verb))):
            return (False,)
        if verb.tag == "VBD" and not headline:
            if ditransitive and (self._opens(verb) or self._is_dealt_by(verb)):
                return (True, False)
            return (False, True) if transitive else (False,)
        if verb.dep in ("acl", "amod") or transitive:
            return (True, False)
        return (False, True)

    def _opens_cell(self, verb: Token, ignored: tuple[int, ...]) -> bool:
        """'| Held for nine hours by ...': a participle that opens a cell of a row, whatever it hangs on."""
        if not self._reading.opens_cell(verb.i) or verb.text.lower() in self._distinct_past:
            return False
        participle = verb.tag in ("VBN", "VBD", "VB") and bool(base_forms(verb.text))
        apart = (*self._reading.dated_tokens, *ignored)
        return participle and not any(
            c.dep in ("dobj", "aux") and c.i not in apart for c in self._tree.children(verb.i)
        )

    def _is_marked_passive(self, verb: Token) -> bool:
        children = self._tree.children(verb.i)
        if any(c.dep in ("auxpass", "nsubjpass") for c in children) or self.is_predicate(verb):
            return True
        if verb.tag == "VBN" and any(c.lemma in ("be", "get") and c.dep == "aux" for c in children):
            return True
        if verb.dep != "conj" or any(c.dep == "nsubj" for c in children):
            return False
        if verb.text.lower() in self._distinct_past:
            return False
        form_fits = verb.tag in ("VBN", "VBD") or verb.text.lower() in _INVARIANT
        head = self._tree.tokens[verb.head]
        participle = head.tag in ("VBN", "VBD") or self.is_predicate(head)
        return form_fits and participle and self._is_marked_passive(head)

    def is_predicate(self, word: Token) -> bool:
        """'was HANDCUFFED': a participle that the model took for an adjective beside 'was'."""
        head = self._tree.tokens[word.head]
        if word.dep not in ("acomp", "attr", "oprd") or head.lemma not in ("be", "get"):
            return False
        return head.i < word.i and word.tag in ("JJ", "VBN", "VBD") and bool(base_forms(word.text))

    def _deals_out(self, verb: Token) -> bool:
        """'X fined 500 soms', 'X, fined K20,000', 'Awarded the Medal of X': an object that is dealt out."""
        given = self._tree.children(verb.i, "dobj", "npadvmod")
        if any(self._tree.children(o.i, "nummod") or any(map(str.isdigit, o.text)) for o in given):
            return True
        return self._opens(verb)

    def _opens(self, verb: Token) -> bool:
        """'Awarded the Medal of X in May.': a participle that begins its sentence and has no subject."""
        first = self._tree.sentence_of(verb.i).start == verb.i
        return first and verb.tag in ("VBN", "VBD") and not self._tree.children(verb.i, "nsubj")

    def _is_dealt_by(self, verb: Token) -> bool:
        """'X, fined K20,000 by Y, went on': an amount for an object, and who dealt it out behind 'by'."""
        aside = verb.i > 0 and self._tree.tokens[verb.i - 1].text == ","
        return aside and any(t.text.lower() == "by" for t in self._tree.children(verb.i, "prep", "agent"))

    def _asks_of(self, verb: Token, used: tuple[int, ...]) -> bool:
        """'the director called upon the mayor': a verb whose preposition has an object is active."""
        asked = (i for i in used if self._tree.tokens[i].pos in ("ADP", "SCONJ"))
        return verb.lemma in self._prepositional and any(self._tree.children(i, "pobj") for i in asked)

    def _may_be_passive(self, verb: Token, ignored: tuple[int, ...], with_object: bool) -> bool:
        children = self._tree.children(verb.i)
        if verb.tag not in _PARTICIPLE_LIKE or (verb.dep not in _ADJOINED and verb.tag != "VBD"):
            return False
        if verb.text.lower() in self._distinct_past or (
            verb.tag == "VB" and verb.text.lower() not in _INVARIANT
        ):
            return False
        if self._asks_of(verb, ignored):
            return False
        apart = (*self._reading.dated_tokens, *ignored)
        if not with_object and any(c.dep in ("dobj", "obj", "dative") and c.i not in apart for c in children):
            return False
        finite = verb.tag == "VBD" and self._reading.block_kind(verb.i) != "headline"
        return not any(
            c.dep == "aux" or (c.dep == "ccomp" and c.i > verb.i) or (finite and c.dep == "xcomp")
            for c in children
        )
