"""Participants that the tree does not give: the topic of an entry, who issues, who was told of before."""

from __future__ import annotations

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.frames.declared import load_words
from pipeline.extract.participants.agents import Agent, agent_of
from pipeline.extract.participants.discourse import Discourse
from pipeline.extract.participants.introductions import Introductions
from pipeline.extract.participants.phrases import NounPhrases
from pipeline.extract.syntax.clause import Clauses
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_ROW_NEWS = frozenset(("root", "dated", "happening"))  # nouns that are news in a row about a person
_PROTEST_REACH = 3  # sentences back that 'the sit-in' may reach
_AT = ("at", "in", "during")
_DURING = ("after", "during", "following", "through", "in", "from", "on")
_INVERTED = 12  # tokens between a verb and the name that the tree does not join to it


class Inference:
    """Infers participants of one item's candidates."""

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
        self._speaking = words["speaking_out"]

    def gathered(self, candidate: Candidate) -> tuple[Agent, ...]:
        """'THE SIT-IN was broken up', 'to scatter THE CROWD': whose protest was told of just before."""
        tree = self._reading.tree
        token = self._reading.tokens[candidate.head]
        nouns = (
            (token,)
            if candidate.frame.kind == "noun"
            else (
                *tree.children(token.i, "dobj", "nsubjpass"),
                *(t for v in tree.children(token.i, "xcomp", "advcl") for t in tree.children(v.i, "dobj")),
            )
        )
        definite = any(
            t.text.lower() in ("the", "this") for n in nouns for t in tree.children(n.i, "det")
        ) or any(n.text.lower() in ("it", "them") for n in nouns)
        owned = any(tree.children(n.i, "poss") or self._clauses.phrases(n.i, "of") for n in nouns)
        if not definite or owned:
            return ()
        here = self._known.sentence_number(token.i)
        return self._discourse.gathering_since(tree.sentences[max(0, here - _PROTEST_REACH)].start, token.i)

    def at_occasion(self, candidate: Candidate) -> tuple[Agent, ...]:
        """'X said AT A PRESS CONFERENCE', 'IN A LETTER X named them', 'X died AFTER A HUNGER STRIKE': X."""
        tokens = self._reading.tokens
        noun = tokens[candidate.head]
        prep = tokens[noun.head]
        verb = tokens[prep.head]
        fast = candidate.frame.endured
        if noun.dep != "pobj" or prep.text.lower() not in (_DURING if fast else _AT):
            return ()
        if not fast and (verb.lemma.lower() not in self._speaking or self._clauses.is_passive(verb, True)):
            return ()
        return tuple(a for i in self._clauses.surface_subject(verb) for a in self._phrases.resolve(i))

    def issuer(self, candidate: Candidate) -> tuple[Agent, ...]:
        """Who issues a document that is headed as one: named before its kind, else who signs it."""
        if "title" not in candidate.evidence:
            return self._known.signatures.signed if "headline" in candidate.evidence else ()
        start = self._reading.tree.sentence_of(candidate.head).start
        names = (self._reading.name_at.get(i) for i in range(start, candidate.head))
        named = dict.fromkeys(agent_of(name) for name in names if name is not None and name.is_agent)
        return tuple(named) or self._known.signatures.authors

    def of_noun(self, candidate: Candidate, found: dict[Agent, str]) -> tuple[Agent, ...]:
        """'the arrest the day before of X'; 'Charge: ...' in an entry; 'the hearing' of one told before."""
        below = self._reading.tree.subtree(candidate.head)
        for i in below:
            if self._reading.lower(i) == "of" and i > candidate.head:
                agents = tuple(
                    a for t in self._reading.tree.children(i, "pobj") for a in self._phrases.resolve(t.i)
                )
                agents = tuple(agent for agent in agents if agent not in found)
                if agents:
                    return agents
        in_row = self._known.heading.is_entry and candidate.evidence & _ROW_NEWS
        if self._known.heading.topic is not None and (in_row or "label" in candidate.evidence):
            return (self._known.heading.topic,)
        definite = any(
            t.text.lower() in ("the", "this") for t in self._reading.tree.children(candidate.head, "det")
        )
        bare = not found and not any(self._reading.lower(i) == "of" for i in below)
        personal = candidate.kind.personal
        return self._discourse.befallen_before(candidate.head) if definite and bare and personal else ()

    def beside(self, token: Token, candidate: Candidate) -> tuple[Agent, ...]:
        """For a verb without subject: the speaker behind it, a name before it, the topic of the entry."""
        tree = self._reading.tree
        start = tree.sentence_of(token.i).start
        if candidate.kind.reports_speech and token.i > 0 and tree.tokens[token.i - 1].text in ',"”':
            return self._name_after(token)
        headline = self._reading.block_kind(token.i) == "headline"
        if self._reading.opens_cell(token.i) and self._known.heading.topics:
            return self._known.heading.topics
        if (candidate.passive or headline) and (named := self._person_before(token, start)):
            return named
        if (
            not candidate.passive
            and token.dep == "ROOT"
            and not headline
            and (named := self._opener(token, start))
        ):
            return named
        opens = all(tree.tokens[i].pos in ("PUNCT", "ADV", "AUX", "PART") for i in range(start, token.i))
        if not headline and token.tag != "VBG" and (opens or self._known.heading.is_entry):
            return self._known.heading.topics
        return ()

    def _name_after(self, token: Token) -> tuple[Agent, ...]:
        """'“...,” explains the coordinator of the campaign, X.'"""
        stop = min(token.i + _INVERTED + 1, self._reading.tree.sentence_of(token.i).stop)
        names = (self._reading.name_at.get(i) for i in range(token.i + 1, stop))
        return next(((agent_of(name),) for name in names if name is not None and name.is_agent), ())

    def _person_before(self, token: Token, start: int) -> tuple[Agent, ...]:
        for i in range(token.i - 1, max(start, token.i - _INVERTED) - 1, -1):
            name = self._reading.name_at.get(i)
            if name is not None and name.mention.entity_kind == "person":
                return (agent_of(name),)
            if self._reading.tokens[i].pos == "VERB" or self._reading.tokens[i].text in ";:":
                break
        return ()

    def _opener(self, token: Token, start: int) -> tuple[Agent, ...]:
        """'On Wednesday X sentenced': a name that the model made part of the date before it."""
        if any(self._reading.tokens[i].pos == "VERB" for i in range(start, token.i)):
            return ()
        names = (self._reading.name_at.get(i) for i in range(start, token.i))
        return next(((agent_of(name),) for name in names if name is not None and name.is_agent), ())
