"""What is done in the session of a court, or at the gathering, that was told of before."""

from __future__ import annotations

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.frames.declared import event_types_by_name, load_words
from pipeline.extract.syntax.reading import Reading
from pipeline.extract.time.stories import Past
from pipeline.syntax import Token

_ANAPHORIC = ("he", "she", "they", "his", "her", "its", "their")
_CEREMONIAL = ("award", "exhibition_or_campaign", "meeting_or_conference")  # types that are celebrated


class Occasions:
    """Tests verbs of one item by their subjects and objects."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        words = load_words("time")
        self._proceedings, self._gathered = words["proceedings"], words["gathered"]
        self._bench = words["bench"]
        self._deciding = words["deciding"]
        self._speeches, self._beginning = words["speeches"], words["beginning"]
        self._ceremonies = tuple(sorted(words["ceremonies"]))
        self._sessions = tuple(sorted(words["sessions"]))
        self._press = words["press"]
        self._court: Past | None = None
        self._ceremony: Past | None = None

    def note(self, told: Past) -> None:
        """Remember the last session of a court, and the last ceremony, that has a day."""
        if told.candidate is None or told.date.precision != "day":
            return
        kind = event_types_by_name()[told.candidate.frame.event_type]
        if "court" in kind.opens:
            self._court = told
        if kind.name in _CEREMONIAL:
            self._ceremony = told

    def named_in(self, sentence: str) -> Past | None:
        """'she said AFTER THE SESSION', 'AT THE CEREMONY': that told of, however far before."""
        if self._court is not None and any(phrase in sentence for phrase in self._sessions):
            return self._court
        if self._ceremony is not None and any(phrase in sentence for phrase in self._ceremonies):
            return self._ceremony
        return None

    def is_definite_subject(self, noun: Token) -> bool:
        """'The trial was adjourned': a noun for what is going on."""
        return noun.dep in ("nsubj", "nsubjpass") and self._has_article(noun)

    def in_session(self, verb: Token, court: Candidate, here: Candidate, near: bool) -> bool:
        """'She was given six years', 'The case was adjourned' after a day in court; not 'A court fined X'."""
        if any(self._is_definite(t, self._proceedings) for t in self._subjects(verb)):
            return near
        if verb.dep not in ("ROOT", "conj", "ccomp") or self._names_court(verb):
            return False
        same = court.frame.event_type == here.frame.event_type
        return same or not self._is_beginning(court)

    def by_bench(self, verb: Token) -> bool:
        """'Judge X also BARRED him from travel', 'The court BANNED it': done in the session told of."""
        tree = self._reading.tree
        for subject in self._subjects(verb):
            titles = (t.lemma.lower() for t in tree.children(subject.i, "compound", "nmod"))
            if self._is_definite(subject, self._bench) or not self._bench.isdisjoint(titles):
                return True
        return False

    def at_gathering(self, verb: Token) -> bool:
        """'They adopted a plan', 'Speeches were given', 'X told the crowd'."""
        subjects = self._subjects(verb)
        if not self._deciding.isdisjoint(self._reading.lemmas(verb.i)):
            return True
        if any(t.text.lower() == "they" or self._is_definite(t, self._gathered) for t in subjects):
            return True
        if any(t.lemma.lower() in self._speeches and t.dep == "nsubjpass" for t in subjects):
            return True
        objects = self._reading.tree.children(verb.i, "dobj", "dative")
        return any(self._is_definite(t, self._gathered) for t in objects)

    def is_to_press(self, verb: Token) -> bool:
        """'told REPORTERS', 'said to JOURNALISTS': those who came to where things went on."""
        tree = self._reading.tree
        heard = list(tree.children(verb.i, "dobj", "dative"))
        for prep in tree.children(verb.i, "prep", "dative"):
            if prep.text.lower() == "to":
                heard += tree.children(prep.i, "pobj")
        return any(t.lemma.lower() in self._press for t in heard)

    def is_by_same(self, verb: Token) -> bool:
        """'HE called on the ombudsman', 'HER lawyer told reporters': by someone of the sentence before."""
        tree, found = self._reading.tree, self._subjects(verb)
        owned = (p for t in found for p in tree.children(t.i, "poss"))
        return any(t.text.lower() in _ANAPHORIC for t in (*found, *owned))

    def _is_beginning(self, court: Candidate) -> bool:
        """'The trial opened on 4 May': the sentence of a trial comes on another day."""
        carrier = court.carrier if court.carrier is not None else court.head
        words = (self._reading.tokens[i].lemma for i in (carrier, *court.used))
        return any(word in self._beginning for word in words)

    def _names_court(self, verb: Token) -> bool:
        """A court that is not told of before."""
        tree = self._reading.tree
        for i in tree.subtree(verb.i):
            token = tree.tokens[i]
            if token.lemma.lower() in self._proceedings and not self._has_article(token):
                return token.dep in ("nsubj", "pobj")
        return False

    def _subjects(self, verb: Token) -> tuple[Token, ...]:
        """The subjects of a verb, or of the verb it is joined to."""
        tree = self._reading.tree
        while not (found := tree.children(verb.i, "nsubj", "nsubjpass")) and verb.dep == "conj":
            verb = tree.tokens[verb.head]
        return found

    def _is_definite(self, noun: Token, words: frozenset[str]) -> bool:
        """'the hearing', 'the marchers': one told of before."""
        return noun.lemma.lower() in words and self._has_article(noun)

    def _has_article(self, noun: Token) -> bool:
        return any(t.text.lower() in ("the", "this") for t in self._reading.tree.children(noun.i, "det"))
