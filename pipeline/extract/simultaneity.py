"""Which events of a sentence happen at one time, so that the date of one is the other's."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.candidate import Candidate
from pipeline.extract.date_owner import DateOwners
from pipeline.extract.frames import load_event_types, load_words
from pipeline.extract.reading import Reading


class Simultaneity:
    """Relates the candidates of one item."""

    def __init__(self, reading: Reading, candidates: Sequence[Candidate], owners: DateOwners) -> None:
        self._reading = reading
        self._owners = owners
        self._words = load_words("time")
        self._in_court = frozenset(kind.name for kind in load_event_types() if kind.in_court)
        self._in_scene = frozenset(kind.name for kind in load_event_types() if "scene" in kind.follows)
        self._in_series = frozenset(kind.name for kind in load_event_types() if "series" in kind.follows)
        self._by_sentence: dict[int, list[Candidate]] = {}
        for c in candidates:
            self._by_sentence.setdefault(reading.tree.sentence_of(c.head).start, []).append(c)

    def related(self, candidate: Candidate) -> tuple[Candidate, ...]:
        """Candidates whose date is also that of this one, nearest first."""
        found = [c for c in self._neighbours(candidate) if self._shares(c, candidate)]
        return tuple(sorted(found, key=lambda c: (abs(c.head - candidate.head), c.head)))

    def is_argument(self, noun: Candidate) -> bool:
        """True for a noun that is subject or object of another trigger."""
        return any(self._is_argument(verb, noun) for verb in self._neighbours(noun))

    def _neighbours(self, candidate: Candidate) -> list[Candidate]:
        start = self._reading.tree.sentence_of(candidate.head).start
        return [c for c in self._by_sentence[start] if c is not candidate]

    def _shares(self, a: Candidate, b: Candidate) -> bool:
        """True where b takes the date of a."""
        if self.is_set_apart(a) or self.is_set_apart(b):
            return False
        later = self.is_past_perfect(b)
        if self._joined_by_time(a, b) or self._joined_by_time(b, a):
            return not (a.is_utterance and later)
        opens = self._owners.opens_sentence(a.head)
        coordinate = self._top(a.head) == self._top(b.head)
        if a.is_utterance or b.is_utterance:
            return coordinate and opens and not later
        if self._is_argument(a, b) or self._is_argument(b, a):
            return True
        if later != self.is_past_perfect(a) or not coordinate:
            return False
        if a.head > b.head:
            return self._ends_series(a, b)
        verbs = a.frame.kind == b.frame.kind == "verb" and not self._is_set_off(a.head)
        return verbs and (opens or self._reading.tokens[b.head].dep == "conj")

    def _ends_series(self, last: Candidate, first: Candidate) -> bool:
        """'X was detained and beaten on 6 April', 'took discs and sealed the door on 6 April': one raid."""
        if first.frame.event_type not in self._in_scene or first.frame.kind != "verb":
            return False
        if last.frame.event_type not in self._in_scene | self._in_series:
            return False
        token = self._reading.tokens[last.head]
        return token.dep == "conj" and not self._reading.tree.children(token.i, "nsubj", "nsubjpass")

    def _is_set_off(self, i: int) -> bool:
        """'X, arrested in May, was tried': a participle in commas, whatever the model makes of it."""
        tokens, tree = self._reading.tokens, self._reading.tree
        bare = tokens[i].tag == "VBN" and not tree.children(i, "aux", "auxpass")
        return bare and i > 0 and tokens[i - 1].text == "," and self._reading.block_kind(i) == "body"

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

    def _is_argument(self, verb: Candidate, noun: Candidate) -> bool:
        """'dispersed the rally', 'the picket was broken up': a noun trigger as argument of a verb trigger."""
        if verb.frame.kind != "verb" or noun.frame.kind != "noun" or verb.frame.event_type in self._in_court:
            return False
        token = self._reading.tokens[noun.head]
        while token.dep in ("conj", "compound", "pobj", "prep") and token.head != token.i:
            if token.dep == "prep" and token.text.lower() not in ("of", "during", "at", "in"):
                return False
            token = self._reading.tokens[token.head]
        return token.dep in ("dobj", "nsubj", "nsubjpass", "npadvmod") and token.head == verb.head

    def _joined_by_time(self, outer: Candidate, inner: Candidate) -> bool:
        """'arrested DURING a protest', 'charged WHEN he was detained'."""
        tree, words = self._reading.tree, self._words
        token = self._reading.tokens[inner.head]
        if inner.frame.kind == "noun":
            if token.dep != "pobj":
                return False
            prep = tree.tokens[token.head]
            head = tree.tokens[prep.head]
            if prep.text.lower() == "of" and head.lemma in words["times_of_day"] and head.dep == "pobj":
                prep = tree.tokens[head.head]  # 'struck on the night of his arrest'
                head = tree.tokens[prep.head]
            return prep.text.lower() in words["during"] and self._owners.holders.get(head.i) == outer.head
        top = tree.tokens[self._top(token.i)]
        if top.dep == "relcl" and self._opens_at_time(top.i):
            above = next(
                (self._owners.holders[t.i] for t in tree.ancestors(top.i) if t.i in self._owners.holders),
                None,
            )
            return above == outer.head
        if token.dep != "advcl" or self._owners.holders.get(token.head) != outer.head:
            return False
        if token.tag == "VBG" and not tree.children(token.i, "mark", "prep", "aux"):
            return not inner.is_utterance
        opening = [t.text.lower() for t in tree.children(token.i, "mark", "advmod")]
        return any(word in words["simultaneous"] for word in opening)

    def _opens_at_time(self, verb: int) -> bool:
        """'at the square, WHERE he was seized', 'into a van IN WHICH he was punched'."""
        tree = self._reading.tree
        if any(t.text.lower() in ("where", "when") for t in tree.children(verb, "advmod")):
            return True
        apart = self._words["apart"] - {"from"}
        if any(t.text.lower() in apart for t in tree.ancestors(verb)):
            return False  # 'after the attacks in which five people died'
        opening = (t for t in tree.children(verb, "prep") if t.text.lower() in ("in", "at", "during"))
        return any(w.text.lower() == "which" for t in opening for w in tree.children(t.i, "pobj"))

    def _top(self, i: int) -> int:
        """The topmost verb reached through coordination only."""
        tokens = self._reading.tokens
        token = tokens[i]
        while token.dep in ("conj", "ccomp", "parataxis", "dep") and token.head != token.i:
            if any(
                t.text.lower() in self._words["subordinators"]
                for t in self._reading.tree.children(token.i, "mark")
            ):
                break
            token = tokens[token.head]
        return token.i

    def is_past_perfect(self, candidate: Candidate) -> bool:
        """'had been arrested': before the time that the text tells of."""
        verb = candidate.head if candidate.frame.kind == "verb" else candidate.carrier
        if verb is None or (candidate.frame.kind != "verb" and "light" not in candidate.evidence):
            return False
        tree, token = self._reading.tree, self._reading.tokens[verb]
        while token.dep == "conj" and not tree.children(token.i, "aux", "auxpass", "nsubj", "nsubjpass"):
            token = self._reading.tokens[token.head]  # 'had been arrested and accused'
        return any(t.text.lower() in ("had", "'d") for t in tree.children(token.i, "aux"))
