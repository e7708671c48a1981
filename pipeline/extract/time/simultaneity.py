"""Which events of a sentence happen at one time, so that the date of one is the other's."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.frames.declared import load_event_types, load_words
from pipeline.extract.syntax.reading import Reading
from pipeline.extract.time.date_owner import DateOwners
from pipeline.extract.time.time_links import TimeLinks
from pipeline.extract.time.verb_chains import VerbChains
from pipeline.syntax import Token


class Simultaneity:
    """Relates the candidates of one item."""

    def __init__(self, reading: Reading, candidates: Sequence[Candidate], owners: DateOwners) -> None:
        self._reading = reading
        self._owners = owners
        self._chains = VerbChains(reading)
        self._links = TimeLinks(reading, owners, self._chains)
        self.is_past_perfect = self._chains.is_past_perfect
        self.is_set_apart = self._links.is_set_apart
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
        if self._links.is_set_apart(a) or self._links.is_set_apart(b):
            return False
        if all(self._reading.is_since(dated) for dated in self._owners.of(a.head)) and self._owners.of(
            a.head
        ):
            return self._links.is_lasting(b)
        later = self._chains.is_past_perfect(b)
        if self._links.joined(a, b) or self._links.joined(b, a) or self._links.is_there(a, b):
            return not (a.is_utterance and later)
        both_said = self._is_speech(a) == self._is_speech(b)
        before = both_said and (self._owners.precedes(a.head) or self._is_in_dated_paper(a))
        opens = self._owners.opens_sentence(a.head) or before
        coordinate = self._chains.top(self._chains.verb(a)) == self._chains.top(self._chains.verb(b))
        if self._is_speech(a) or self._is_speech(b):
            said_apart = self._is_speech(b) and not self._is_speech(a) and self._has_own_subject(b)
            return coordinate and opens and not later and not said_apart
        if self._is_argument(a, b) or self._is_argument(b, a):
            return not self._owners.is_of_clause(a)
        told_on = opens and not later and a.head < b.head  # 'On 4 May they had marched, and police fired'
        if not coordinate or (later != self._chains.is_past_perfect(a) and not told_on):
            return False
        if a.head > b.head:
            return self._ends_series(a, b)
        if not self._carries(a, b) or b.frame.kind != "verb" or self._is_set_off(a.head):
            return False
        return opens or self._reading.tokens[b.head].dep in ("conj", "relcl")

    def _is_speech(self, candidate: Candidate) -> bool:
        """True for words said; what is handed over on paper is a deed like others."""
        lemmas = self._reading.lemmas(self._chains.verb(candidate))
        return candidate.is_utterance and self._words["handing"].isdisjoint(lemmas)

    def _is_in_dated_paper(self, said: Candidate) -> bool:
        """'IN A STATEMENT issued on 4 May X condemned A and urged B'."""
        papers = (c for c in self._neighbours(said) if c.frame.kind == "noun" and c.is_utterance)
        return any(
            c.head < said.head and self._owners.of(c.head) and self._links.joined(said, c) for c in papers
        )

    def _has_own_subject(self, candidate: Candidate) -> bool:
        verb = self._reading.tokens[self._chains.verb(candidate)]
        return verb.dep != "ROOT" and bool(self._reading.tree.children(verb.i, "nsubj", "nsubjpass"))

    def _carries(self, a: Candidate, b: Candidate) -> bool:
        """'held a vigil on Monday, and two were detained': a gathering and what came of it."""
        gathering = "light" in a.evidence and a.frame.event_type in self._in_scene
        goes_on = b.frame.event_type in self._in_scene or b.is_utterance
        return a.frame.kind == "verb" or (gathering and goes_on)

    def _ends_series(self, last: Candidate, first: Candidate) -> bool:
        """'X was detained and beaten on 6 April', 'took discs and sealed the door on 6 April': one raid."""
        if first.frame.event_type == last.frame.event_type:
            return self._reading.tokens[last.head].dep == "conj"  # 'pardoned and freed on 4 May'
        if first.frame.event_type not in self._in_scene or first.frame.kind != "verb":
            return False
        same_day = any(
            dated.date.text.lower().startswith("the same ") for dated in self._owners.of(last.head)
        )
        if last.frame.event_type not in self._in_scene | self._in_series and not same_day:
            return False  # but 'detained and freed the same afternoon'
        token = self._reading.tokens[last.head]
        return token.dep == "conj" and not self._reading.tree.children(token.i, "nsubj", "nsubjpass")

    def _is_set_off(self, i: int) -> bool:
        """'X, arrested in May, was tried': a participle in commas, whatever the model makes of it."""
        tokens, tree = self._reading.tokens, self._reading.tree
        bare = tokens[i].tag == "VBN" and not tree.children(i, "aux", "auxpass")
        return bare and i > 0 and tokens[i - 1].text == "," and self._reading.block_kind(i) == "body"

    def _is_argument(self, verb: Candidate, noun: Candidate) -> bool:
        """'dispersed the rally', 'the picket was broken up': a noun trigger as argument of a verb trigger."""
        if verb.frame.kind != "verb" or noun.frame.kind != "noun" or verb.frame.event_type in self._in_court:
            return False
        token = self._reading.tokens[noun.head]
        while token.dep in ("conj", "compound", "pobj", "prep") and token.head != token.i:
            if token.dep == "prep" and token.text.lower() not in ("of", "during", "at", "in"):
                return False
            token = self._reading.tokens[token.head]
        if token.dep == "dobj" and self._is_purpose(verb, self._reading.tokens[token.head]):
            return True
        return token.dep in ("dobj", "nsubj", "nsubjpass", "npadvmod") and token.head == verb.head

    def _is_purpose(self, deed: Candidate, verb: Token) -> bool:
        """'used tear gas TO BREAK UP a march': what was done to it, by what was done."""
        if verb.tag != "VB" or verb.lemma not in self._words["breaking"]:
            return False
        above = self._reading.tree.ancestors(verb.i)
        return any(self._owners.holders.get(t.i) == deed.head for t in above)
