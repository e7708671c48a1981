"""What speaks for a noun's telling of an event: 'the arrest of X' does, 'places of arrest' does not."""

from __future__ import annotations

from pipeline.extract.frames.declared import Frame, load_words
from pipeline.extract.syntax.clause import Clauses
from pipeline.extract.syntax.reading import Reading
from pipeline.extract.triggers.titles import Titles
from pipeline.syntax import Token

_DEFINITE = ("the", "this", "that", "these", "those")
_INDEFINITE = ("a", "an", "another", "one", "first", "second", "third")
_ROLE_SLOTS = ("of", "against", "on", "for", "to", "by", "with")


class NounEvidence:
    """Collects the kinds of evidence named in `frames.EVIDENCE` around a noun."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self._reading = reading
        self._clauses = clauses
        self._titles = Titles(reading)
        classes = load_words("classes")
        self._happening, self._partitive = classes["happening"], classes["partitive"]

    def is_title(self, noun: Token) -> bool:
        """True for the noun that heads a printed document."""
        return self._titles.is_title(noun)

    def of(self, noun: Token, frame: Frame) -> tuple[frozenset[str], int | None]:
        """The evidence for a noun, and the verb that carries or governs it."""
        reading, tree = self._reading, self._reading.tree
        found: set[str] = set()
        light = self._light(noun, frame)
        if light is not None:
            found.add("light")
        children = tree.children(noun.i)
        words = {t.text.lower() for t in children if t.dep in ("det", "nummod", "amod", "advmod")}
        has_poss = any(t.dep == "poss" for t in children)
        if words & set(_DEFINITE) or has_poss:
            found.add("definite")
        if words & set(_INDEFINITE) or any(t.dep == "nummod" for t in children):
            found.add("indefinite")
        if any(i in reading.dated_tokens for i in tree.subtree(noun.i)):
            found |= {"dated", "poss_dated"} if has_poss else {"dated"}
        if self._has_participant(noun):
            found.add("participant")
        if reading.block_kind(noun.i) == "headline":
            found.add("headline")
            if noun.dep == "ROOT":
                found.add("headline_head")
        if self._is_label(noun):
            found.add("label")
        if self._titles.is_title(noun):
            found.add("title")
        whole = self._whole(noun)
        if self._is_root(whole):
            found.add("root")
        if whole.i != noun.i:
            found.add("indefinite")
        head = tree.tokens[whole.head]
        if whole.dep in ("nsubj", "nsubjpass") and (
            head.lemma in self._happening or whole.dep == "nsubjpass"
        ):
            found.add("happening")
        if noun.dep == "attr" and head.lemma == "be":
            found.add("copula")
        if whole.dep == "nsubj" and any(t.lemma in self._happening for t in tree.children(head.i, "acomp")):
            found.add("happening")  # 'the exhibition is open until May'
        if noun.dep == "pobj" and head.text.lower() in ("at", "during", "after", "in"):
            found.add("during")
        if any(
            self._is_place(i)
            for p in ("in", "at", "near", "outside")
            for i in self._clauses.phrases(noun.i, p)
        ):
            found.add("placed")
        if self._is_manner(noun):
            found.add("manner")
        if any(t.tag == "VB" for t in tree.children(noun.i, "acl")):
            found.add("clause")
        return frozenset(found), light if light is not None else self._governor(noun)

    def _is_manner(self, noun: Token) -> bool:
        """'knelt IN PROTEST', 'rang the bells BY WAY OF PROTEST': what a verb's act is."""
        tokens, i = self._reading.tokens, noun.i
        before = tuple(self._reading.lower(j) for j in range(max(0, i - 3), i))
        if noun.dep != "pobj" or not (before[-1:] == ("in",) or before == ("by", "way", "of")):
            return False
        above = next((t for t in self._reading.tree.ancestors(i) if t.pos not in ("ADP", "NOUN")), None)
        return above is not None and above.pos == "VERB" and tokens[i - 1].pos == "ADP"

    def _is_root(self, noun: Token) -> bool:
        """'Hunger strike of six prisoners.': news without a verb, as in chronicles."""
        if noun.dep not in ("ROOT", "appos", "dep") or self._reading.block_kind(noun.i) != "body":
            return False
        tokens = self._reading.tokens
        above = [t.i for t in self._reading.tree.ancestors(noun.i) if t.pos in ("VERB", "AUX")]
        return not any(
            all(tokens[j].text not in (";", ":") for j in range(min(i, noun.i), max(i, noun.i)))
            for i in above
        )

    def _whole(self, noun: Token) -> Token:
        """'A SERIES of pickets', 'dozens of arrests': the noun that only counts the events."""
        tokens = self._reading.tokens
        prep = tokens[noun.head]
        counter = tokens[prep.head]
        counts = noun.dep == "pobj" and prep.lemma == "of" and counter.lemma.lower() in self._partitive
        return counter if counts else noun

    def _light(self, noun: Token, frame: Frame) -> int | None:
        tree = self._reading.tree
        top = noun
        while top.dep in ("conj", "compound", "appos") or (
            top.dep == "pobj" and tree.tokens[top.head].lemma == "of"
        ):
            head = tree.tokens[top.head]
            top = tree.tokens[head.head] if top.dep == "pobj" else head
            if top.i == noun.i or (head.i == top.i and top.dep == "ROOT"):
                break
        head = tree.tokens[top.head]
        if top.dep in ("dobj", "nsubjpass", "attr", "oprd") and self._among(head, frame.light):
            return head.i
        if top.dep == "pobj" and head.text.lower() in frame.light_preps:
            verb = tree.tokens[head.head]
            if verb.dep == "dobj" and verb.lemma == "part":
                verb = tree.tokens[verb.head]
            if self._among(verb, frame.light) or verb.lemma in ("participate", "take"):
                return verb.i
        for child in tree.children(noun.i, "acl", "relcl"):
            if self._among(child, frame.light):
                return child.i
        return None

    def _is_place(self, i: int) -> bool:
        name = self._reading.name_at.get(i)
        return name is not None and name.mention.entity_kind == "place"

    def _among(self, verb: Token, light: frozenset[str]) -> bool:
        return any(lemma in light for lemma in self._reading.lemmas(verb.i))

    def _governor(self, noun: Token) -> int | None:
        return next((t.i for t in self._reading.tree.ancestors(noun.i) if t.pos in ("VERB", "AUX")), None)

    def _has_participant(self, noun: Token) -> bool:
        tree, names = self._reading.tree, self._reading.name_at
        heads = [t.i for t in tree.children(noun.i, "poss", "compound", "nmod")]
        heads += [i for slot in _ROLE_SLOTS for i in self._clauses.phrases(noun.i, slot)]
        for i in heads:
            token = tree.tokens[i]
            if (
                token.tag == "PRP$"
                or any(t.tag == "PRP$" for t in tree.children(i))
                or any(j in names and names[j].is_agent for j in tree.subtree(i))
            ):
                return True
        return False

    def _is_label(self, noun: Token) -> bool:
        """'Trial: 6-8 November', 'sentence: one year'."""
        tokens, after = self._reading.tokens, noun.i + 1
        return (
            after < len(tokens) and tokens[after].text == ":" and self._reading.block_kind(noun.i) == "body"
        )
