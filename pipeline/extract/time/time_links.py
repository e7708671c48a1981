"""Events that one sentence joins or parts in time: 'arrested DURING a protest', 'AFTER the trial'."""

from __future__ import annotations

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.frames.declared import load_event_types, load_words
from pipeline.extract.syntax.reading import Reading
from pipeline.extract.time.date_owner import DateOwners
from pipeline.extract.time.verb_chains import VerbChains
from pipeline.syntax import Token


class TimeLinks:
    """Reads the words of time between candidates of one item."""

    def __init__(self, reading: Reading, owners: DateOwners, chains: VerbChains) -> None:
        self._reading = reading
        self._owners = owners
        self._chains = chains
        self._words = load_words("time")
        self._in_court = frozenset(kind.name for kind in load_event_types() if kind.in_court)

    def is_set_apart(self, candidate: Candidate) -> bool:
        """'AFTER the trial of X': a noun that tells of another time."""
        if candidate.frame.kind != "noun":
            return False
        for token in self._reading.tree.ancestors(candidate.head):
            if token.pos in ("VERB", "AUX"):
                return False
            if token.text.lower() in self._words["apart"]:
                return True
        return False

    def is_lasting(self, candidate: Candidate) -> bool:
        """'has been in custody and ON HUNGER STRIKE since 4 May': a state like the one before it."""
        verb = self._chains.verb(candidate)
        helpers = self._reading.tree.children(verb, "aux", "auxpass")
        return any(t.lemma == "have" for t in helpers)

    def joined(self, outer: Candidate, inner: Candidate) -> bool:
        """'arrested DURING a protest', 'charged WHEN he was detained'."""
        tree, words = self._reading.tree, self._words
        token = self._reading.tokens[inner.head]
        if inner.frame.kind == "noun":
            if (carrier := self._chains.verb(inner)) != inner.head and self._goes_on(tree.tokens[carrier]):
                return tree.tokens[carrier].dep == "relcl" and self._is_above(outer, carrier)
            if token.dep != "pobj":
                return False
            if any(self._reading.is_since(dated) for dated in self._owners.of(inner.head)):
                return False  # 'in custody since May, X was freed'
            prep = tree.tokens[token.head]
            head = tree.tokens[prep.head]
            if prep.text.lower() == "of" and head.lemma in words["times_of_day"] and head.dep == "pobj":
                prep = tree.tokens[head.head]  # 'struck on the night of his arrest'
                head = tree.tokens[prep.head]
            if outer.frame.event_type in self._in_court and inner.frame.event_type not in self._in_court:
                return False  # 'fined for shouting during the rally of 4 May': the time of the offence
            return prep.text.lower() in words["during"] and self._owners.holders.get(head.i) == outer.head
        if self._is_of_gathering(token, outer) or self._is_of_those(token, outer):
            return True
        top = tree.tokens[self._chains.top(token.i)]
        if top.dep == "relcl" and (self._opens_at_time(top.i) or self._goes_on(top)):
            return self._is_above(outer, top.i)
        if token.dep != "advcl" or self._owners.holders.get(token.head) != outer.head:
            return False
        if token.tag == "VBG" and not tree.children(token.i, "mark", "prep", "aux"):
            return not inner.is_utterance
        opening = [t.text.lower() for t in tree.children(token.i, "mark", "advmod")]
        return any(word in words["simultaneous"] for word in opening)

    def _is_above(self, outer: Candidate, verb: int) -> bool:
        """True where the nearest trigger above a verb is `outer`."""
        holders = self._owners.holders
        return (
            next((holders[t.i] for t in self._reading.tree.ancestors(verb) if t.i in holders), None)
            == outer.head
        )

    def _is_of_gathering(self, verb: Token, gathering: Candidate) -> bool:
        """'held a sit-in in the square, WHICH was broken up': what came of it, whatever noun it hangs on."""
        tokens, tree = self._reading.tokens, self._reading.tree
        which = any(t.tag == "WDT" for t in tree.children(verb.i, "nsubjpass"))
        if verb.dep != "relcl" or not which or gathering.frame.kind != "noun":
            return False
        noun = tokens[verb.head]
        while noun.dep in ("pobj", "prep", "appos", "conj") and noun.i not in gathering.used:
            noun = tokens[noun.head]
        return noun.i in (*gathering.used, gathering.carrier)

    def _is_of_those(self, verb: Token, outer: Candidate) -> bool:
        """'fired at teachers MARCHING through Zarqa': what those did to whom something was done."""
        tree = self._reading.tree
        if verb.tag != "VBG" or outer.is_utterance or outer.frame.kind != "verb":
            return False
        if verb.dep != "acl" and not (verb.dep == "pcomp" and tree.children(verb.i, "nsubj")):
            return False
        noun = tree.tokens[verb.head]
        while noun.dep in ("pobj", "prep", "conj", "dobj", "nsubjpass") and noun.head != noun.i:
            noun = tree.tokens[noun.head]
            if noun.pos in ("VERB", "AUX"):
                return self._owners.holders.get(noun.i) == outer.head
        return False

    def _goes_on(self, verb: Token) -> bool:
        """'fired at teachers who WERE MARCHING yesterday': at the time of what befell them."""
        going = any(t.text.lower() in ("was", "were") for t in self._reading.tree.children(verb.i, "aux"))
        return verb.tag == "VBG" and going

    def _opens_at_time(self, verb: int) -> bool:
        """'at the square, WHERE he was seized', 'into a van IN WHICH he was punched'."""
        tree = self._reading.tree
        if tree.tokens[tree.subtree(verb)[0]].text.lower() in ("where", "when"):
            return True
        apart = self._words["apart"] - {"from"}
        if any(t.text.lower() in apart for t in tree.ancestors(verb)):
            return False  # 'after the attacks in which five people died'
        opening = (t for t in tree.children(verb, "prep") if t.text.lower() in ("in", "at", "during"))
        return any(w.text.lower() == "which" for t in opening for w in tree.children(t.i, "pobj"))

    def is_there(self, a: Candidate, b: Candidate) -> bool:
        """'X, which met in Riga on 4 May, elected her THERE': at the occasion told of in between."""
        there = any(t.text.lower() == "there" for t in self._reading.tree.children(b.head, "advmod"))
        inner = self._reading.tokens[self._chains.verb(a)].dep in ("relcl", "acl")
        return there and inner and b.frame.kind == "verb"
