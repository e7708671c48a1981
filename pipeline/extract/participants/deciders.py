"""Who decides what a passive tells without an agent: the court, the employer, the assembly in session."""

from __future__ import annotations

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.frames.declared import load_words
from pipeline.extract.participants.agents import Agent
from pipeline.extract.participants.discourse import Discourse
from pipeline.extract.participants.introductions import Introductions
from pipeline.extract.participants.phrases import NounPhrases
from pipeline.extract.syntax.clause import Clauses
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_ORDERING = ("on", "at", "by", "under", "upon", "following")  # 'on the orders of', 'at the request of'


class Deciders:
    """Infers who decided on one item's candidates."""

    def __init__(
        self,
        reading: Reading,
        clauses: Clauses,
        introductions: Introductions,
        phrases: NounPhrases,
        discourse: Discourse,
    ) -> None:
        self._reading = reading
        self._clauses = clauses
        self._known = introductions
        self._phrases = phrases
        self._discourse = discourse
        words = load_words("voice")
        self._deciders, self._excluding = words["deciders"], words["excluding"]
        self._requests, self._admissions = words["requests"], words["admissions"]
        self._sessions = words["sessions"]
        self._instruments = load_words("coreference")["instruments"]

    def of_passive(self, candidate: Candidate) -> tuple[Agent, ...]:
        """The doer of a passive without agent, as far as words around it tell."""
        token = self._reading.tokens[candidate.head]
        ways = (self._ruling(token), self._excluder(candidate), self._author(candidate), self._session(token))
        return next((agents for agents in ways if agents), ())

    def _ruling(self, verb: Token) -> tuple[Agent, ...]:
        """'The court ruled that X be released': the court."""
        head = self._reading.tokens[verb.head]
        if verb.dep not in ("ccomp", "xcomp") or head.lemma not in self._deciders:
            return ()
        return tuple(agent for i in self._clauses.surface_subject(head) for agent in self._phrases.resolve(i))

    def _excluder(self, candidate: Candidate) -> tuple[Agent, ...]:
        """'X was expelled FROM the union': the body that shuts somebody out, where no other is named."""
        verb = self._reading.tokens[candidate.head]
        if not candidate.passive:
            return ()
        tokens = [*self._clauses.phrases(verb.i, "from")] if verb.lemma.lower() in self._excluding else []
        refused = [
            t.i for t in self._reading.tree.children(verb.i, "dobj") if t.lemma.lower() in self._admissions
        ]
        tokens += [
            j
            for i in refused
            for k in (i, verb.i)
            for p in ("at", "to", "in")
            for j in self._clauses.phrases(k, p)
        ]
        found = (
            a for i in tokens for j in (i, *self._clauses.phrases(i, "of")) for a in self._phrases.resolve(j)
        )
        return tuple(agent for agent in found if agent[0] == "organization")[:1]

    def instructor(self, candidate: Candidate) -> tuple[Agent, ...]:
        """'ON THE ORDERS OF X the bank closed the account': X, who had it done."""
        tree = self._reading.tree
        preps = [
            t
            for t in tree.children(candidate.head, "prep")
            if t.text.lower() in ("on", "at", "by", "under", "upon", "following")
        ]
        nouns = [n for p in preps for n in tree.children(p.i, "pobj") if n.lemma.lower() in self._instruments]
        return tuple(agent for n in nouns for agent in self._phrases.resolve(n.i))

    def _session(self, verb: Token) -> tuple[Agent, ...]:
        """'the session of X AT WHICH the law was amended': the body that met."""
        tree = self._reading.tree
        relative = any(
            n.tag == "WDT" or n.text.lower() == "where"
            for p in (*tree.children(verb.i, "prep"), verb)
            for n in tree.children(p.i, "pobj", "advmod")
        )
        if verb.dep != "relcl" or not relative:
            return ()
        noun = self._reading.tokens[verb.head]
        nouns = (noun, self._reading.tokens[self._reading.tokens[noun.head].head])
        for n in nouns:
            if n.lemma.lower() in self._sessions:
                owners = (
                    *self._clauses.phrases(n.i, "of"),
                    *(t.i for t in tree.children(n.i, "poss", "compound")),
                )
                return tuple(agent for i in owners for agent in self._phrases.resolve(i))
        return ()

    def request(self, candidate: Candidate) -> tuple[tuple[Agent, ...], tuple[Agent, ...]]:
        """'X asked Y for a permit; THE REQUEST was refused': X, then Y; none of a request with an owner."""
        verb, tree = self._reading.tokens[candidate.head], self._reading.tree
        asked_for = [
            i
            for i in self._clauses.objects(verb, candidate.passive)
            if self._reading.tokens[i].lemma.lower() in self._requests
            and any(t.text.lower() == "the" for t in tree.children(i, "det"))
            and not tree.children(i, "poss")
            and not self._clauses.phrases(i, "of")
        ]
        if not asked_for:
            return (), ()
        here = self._known.sentence_number(candidate.head)
        return self._discourse.request_since(tree.sentences[max(0, here - 1)].start, candidate.head)

    def _author(self, candidate: Candidate) -> tuple[Agent, ...]:
        """'An appeal SIGNED BY X was sent', 'X's letter was handed over': whose the document is."""
        if not candidate.is_utterance:
            return ()
        tree = self._reading.tree
        nouns = tree.children(candidate.head, "nsubjpass")
        written = [t for noun in nouns for t in tree.children(noun.i, "acl") if t.tag == "VBN"]
        heads = [t.i for noun in nouns for t in tree.children(noun.i, "poss")]
        heads += [i for t in written for i in self._clauses.phrases(t.i, "by")]
        heads += [
            i
            for noun in nouns
            for i in (*self._clauses.phrases(noun.i, "by"), *self._clauses.phrases(noun.i, "from"))
        ]
        return tuple(agent for i in heads for agent in self._phrases.resolve(i))
