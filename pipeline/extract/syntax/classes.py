"""What kind of thing a noun phrase names: a person, a body, or a word of a given list."""

from __future__ import annotations

from pipeline.extract.frames.declared import load_words
from pipeline.extract.syntax.clause import Clauses
from pipeline.extract.syntax.counts import number_of
from pipeline.extract.syntax.reading import Reading


class Classifier:
    """Tests the head of a noun phrase against the word classes of a frame."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._clauses = Clauses(reading)
        classes = load_words("classes")
        self._persons, self._bodies = classes["person"], classes["body"]
        self._endings = tuple(sorted(classes["person_ending"]))
        self._not_persons = classes["not_person"]
        self._stand_ins = classes["person_stand_in"]
        self._crowds, self._premises = classes["many"], classes["premises"]
        self._gatherings = classes["gathering"] - self._persons
        self._strange = classes["stranger_modifier"]

    def fits(self, i: int, wanted: frozenset[str]) -> bool:
        """True where token i, or one coordinated with it, is of the wanted words or classes."""
        return any(self._fits(j, wanted) for j in self._clauses.conjuncts(i))

    def _fits(self, i: int, wanted: frozenset[str]) -> bool:
        token = self._reading.tokens[i]
        if token.text.lower() in wanted or any(lemma in wanted for lemma in self._reading.lemmas(i)):
            return True
        if token.text.lower() == "it" and "rally" in wanted and self._gathering_before(i):
            return True
        if token.tag in ("WDT", "WP", "WP$") or token.text.lower() in ("that", "which"):
            if token.text.lower() == "which" and any(self._fits(j, wanted) for j in self._nouns_above(i)):
                return True
            antecedent = self._clauses.antecedent(i)
            if token.text.lower() in ("who", "whom") and "@person" in wanted:
                named = antecedent is not None and antecedent in self._reading.name_at
                return named or (antecedent is not None and self._fits(antecedent, wanted))
            return antecedent is not None and self._fits(antecedent, wanted)
        if "@person" in wanted and self.is_person(i):
            return True
        if "@named" in wanted and self._is_named_person(i):
            return True
        if "@stranger" in wanted and self._is_stranger(i):
            return True
        if "@title" in wanted and self._is_title(i):
            return True
        if "@many" in wanted and self._are_many(i):
            return True
        return "@body" in wanted and self.is_body(i)

    def _nouns_above(self, i: int) -> tuple[int, ...]:
        """'a rally in X, which was dispersed': the nouns above the place that the clause hangs on."""
        antecedent = self._clauses.antecedent(i)
        found: list[int] = []
        while antecedent is not None and self._reading.kind_at(antecedent) is not None:
            prep = self._reading.tokens[self._reading.tokens[antecedent].head]
            if prep.pos != "ADP" or prep.head == antecedent:
                break
            antecedent = prep.head
            found.append(antecedent)
        return tuple(j for j in found if self._reading.kind_at(j) is None)

    def _gathering_before(self, i: int) -> bool:
        """'Students held a sit-in; police broke IT up': a gathering in this sentence or the one before."""
        tree = self._reading.tree
        here = tree.sentence_of(i)
        start = tree.sentence_of(here.start - 1).start if here.start else here.start
        nouns = (t for t in self._reading.tokens[start:i] if t.pos in ("NOUN", "PROPN") or t.text == "-")
        return any(not self._gatherings.isdisjoint(self._reading.lemmas(t.i)) for t in nouns)

    def is_person(self, i: int) -> bool:
        """A named person, a personal pronoun, a person noun, or a bare count ('two others')."""
        name = self._reading.name_at.get(i)
        if name is not None:
            return name.mention.entity_kind == "person"
        if self._reading.called_at(i) is not None:
            return True
        token = self._reading.tokens[i]
        lower = token.text.lower()
        if lower in self._stand_ins or token.pos == "NUM" or number_of(lower) is not None:
            return i not in self._reading.dated_tokens
        lemma = token.lemma.lower()
        if lemma in self._premises:
            return False
        if token.tag == "NNS" and lemma.endswith(self._endings) and lemma not in self._not_persons:
            return True
        return lemma in self._persons or lower in self._persons or self._has_person_beside(i)

    def _has_person_beside(self, i: int) -> bool:
        """'the gardener Enzo Marchi', 'Reporter X', 'X, the stringer': a noun said of a named person."""
        beside = [t.i for t in self._reading.tree.children(i, "compound", "appos", "nmod")]
        token = self._reading.tokens[i]
        beside += [token.head] if token.dep == "appos" else []
        names = (self._reading.name_at.get(j) for j in (*beside, i + 1))
        return any(name is not None and name.mention.entity_kind == "person" for name in names)

    def _is_named_person(self, i: int) -> bool:
        return self.is_person(i) and (i in self._reading.name_at or self._reading.tokens[i].pos == "PRON")

    def _is_stranger(self, i: int) -> bool:
        """'masked men', 'unknown persons'."""
        below = self._reading.tree.children(i, "amod", "compound", "advmod")
        return any(t.text.lower() in self._strange for t in below) and self.is_person(i)

    def _is_title(self, i: int) -> bool:
        """'the Golden Reel', 'the Silver Lamp': a name in capitals that is nobody's and no place's."""
        tokens, tree = self._reading.tokens, self._reading.tree
        if i in self._reading.name_at or i in self._reading.dated_tokens:
            return False
        words = [t for t in tree.children(i, "compound", "amod") if t.i == i - 1]
        words += [tokens[j] for j in self._clauses.phrases(i, "of") if j > i]
        capitals = tokens[i].text[:1].isupper() and any(t.text[:1].isupper() for t in words)
        return capitals and any(
            t.text.lower() in ("the", "its", "a") for t in tree.children(i, "det", "poss")
        )

    def _are_many(self, i: int) -> bool:
        """'fishermen', 'some forty of them', 'the crowd', 'X and Y': several people."""
        token = self._reading.tokens[i]
        if len(self._clauses.conjuncts(i)) > 1 or token.lemma.lower() in self._crowds:
            return True
        return self.is_person(i) and (
            token.tag in ("NNS", "NNPS") or token.pos == "NUM" or token.text == "they"
        )

    def is_body(self, i: int) -> bool:
        """A named organisation or a noun for one."""
        name = self._reading.name_at.get(i)
        if name is not None:
            return name.mention.entity_kind == "organization"
        token = self._reading.tokens[i]
        if token.lemma.lower() in self._bodies or token.text.lower() in ("it", "itself"):
            return True
        beside = (self._reading.name_at.get(t.i) for t in self._reading.tree.children(i, "appos"))
        return any(name is not None and name.mention.entity_kind == "organization" for name in beside)
