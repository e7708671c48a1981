"""The grammatical subject of a verb, found through conjunction, control and participles if need be."""

from __future__ import annotations

from pipeline.extract.syntax.objects import Objects
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_SUBJECTS = ("nsubj", "csubj", "nsubjpass", "csubjpass")
_DEPTH = 6
_ON = ("and", "then", "later", "but")


class Subjects:
    """Reads the subjects of verbs off the dependency tree of an item."""

    def __init__(self, reading: Reading, objects: Objects) -> None:
        self._reading = reading
        self._tree = reading.tree
        self._objects = objects

    def surface_subject(self, verb: Token, depth: int = 0) -> tuple[int, ...]:
        """The grammatical subject, found through conjunction, control and participles if need be."""
        tree = self._tree
        if self._reading.opens_cell(verb.i) and verb.tag in ("VBN", "VBD", "VB"):
            return ()  # 'Ana Ruiz | detained 3 May': whose row it is, not what the model joins to it
        helpers = (verb, *tree.children(verb.i, "aux", "auxpass"))  # the model may hang it on 'was'
        subjects = (t for h in helpers for t in tree.children(h.i, *_SUBJECTS))
        own = [self._doer(t) for t in subjects if not self._is_dateline(t)] or self._behind_copula(verb)
        if all(i in self._reading.dated_tokens for i in own):
            own = self._after_date(verb) or self._merged_with_date(verb) or own
        elif own and self._is_joined_on(own[0]):
            own = [*self._merged_with_date(verb), *own]
        if own := own or self._of_opening_participle(verb):
            return tuple(own)
        if verb.dep in ("aux", "auxpass") and verb.head != verb.i and depth == 0:
            return self.surface_subject(tree.tokens[verb.head], depth + 1)
        if depth > _DEPTH or verb.head == verb.i:
            return ()
        head = tree.tokens[verb.head]
        first, last = sorted((verb.i, head.i))
        if any(tree.tokens[i].text in (";", ":") for i in range(first, last)):
            return self._before_semicolon(verb, depth)
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
        if verb.dep in ("acomp", "attr", "oprd") and head.pos == "AUX":
            return self.surface_subject(head, depth + 1)
        if verb.dep == "pcomp":
            top = next((t for t in tree.ancestors(verb.i) if t.pos in ("VERB", "AUX")), None)
            return self._controller(top, depth) if top else ()
        return ()

    def _behind_copula(self, verb: Token) -> list[int]:
        """'Also detained were X and Y', 'Among those beaten was X': X, who stands behind 'was'."""
        tree, head = self._tree, self._tree.tokens[verb.head]
        if verb.dep == "acl" and head.text.lower() == "those":
            prep = tree.tokens[head.head]
            copula = tree.tokens[prep.head]
            if prep.text.lower() == "among" and copula.lemma == "be" and copula.i > verb.i:
                return [t.i for t in tree.children(copula.i, "nsubj", "attr") if t.i > copula.i]
        helpers = (t for t in tree.children(verb.i, "auxpass") if t.i > verb.i)
        return [t.i for h in helpers for t in tree.children(h.i, "attr") if t.i > h.i]

    def _before_semicolon(self, verb: Token, depth: int) -> tuple[int, ...]:
        """'X was arrested in May; accused of theft; and kept': a participle that goes on from a passive."""
        tokens, i = self._tree.tokens, verb.i - 1
        i -= i > 0 and tokens[i].text.lower() in _ON
        if i < 0 or tokens[i].text != ";" or verb.tag not in ("VBN", "VBD"):
            return ()
        start = self._tree.sentence_of(verb.i).start
        before = (tokens[j] for j in range(i - 1, start - 1, -1) if tokens[j].pos == "VERB")
        passive = next((t for t in before if self._tree.children(t.i, "nsubjpass", "auxpass")), None)
        return self.surface_subject(passive, depth + 1) if passive is not None else ()

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

    def _merged_with_date(self, verb: Token) -> list[int]:
        """'On 3 June ten unions wrote': a noun of which the model made one phrase with the date before it."""
        tokens, dated = self._tree.tokens, self._reading.dated_tokens
        for prep in self._tree.children(verb.i, "prep"):
            if prep.i > verb.i or prep.i + 1 not in dated:
                continue
            nouns = [t for t in self._tree.children(prep.i, "pobj") if t.i not in dated and t.i < verb.i]
            if nouns and all(tokens[i].text != "," for i in range(prep.i, nouns[0].i)):
                return [nouns[0].i]
        return self._named_with_date(verb)

    def _named_with_date(self, verb: Token) -> list[int]:
        """'On the night of 9 May soldiers raided': a noun that has the date before it as its modifier."""
        tokens, dated = self._tree.tokens, self._reading.dated_tokens
        for t in tokens[self._tree.sentence_of(verb.i).start : verb.i]:
            if t.dep != "pobj" or t.pos not in ("NOUN", "PROPN") or t.i in dated:
                continue
            inner = self._tree.children(t.i, "compound", "nummod", "nmod")
            above = next((a.i for a in self._tree.ancestors(t.i) if a.pos in ("VERB", "AUX")), None)
            if any(c.i in dated for c in inner) and above == verb.i:
                return [t.i]
        return []

    def _is_joined_on(self, subject: int) -> bool:
        """'... and eleven others wrote': a subject that goes on from a noun before it."""
        tokens, first = self._tree.tokens, min(self._tree.subtree(subject))
        return first > 0 and tokens[first - 1].text.lower() == "and"

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
        return self._objects.direct_objects(verb) or self.surface_subject(verb, depth + 1)
