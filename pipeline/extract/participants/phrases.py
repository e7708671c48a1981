"""Which people and organisations a noun phrase means."""

from __future__ import annotations

from pipeline.extract.frames.declared import load_words
from pipeline.extract.participants.agents import Agent, agent_of
from pipeline.extract.participants.carriers import Carriers
from pipeline.extract.participants.coreference import Coreference
from pipeline.extract.participants.descriptions import Descriptions
from pipeline.extract.participants.discourse import Discourse
from pipeline.extract.participants.group_reference import GroupReference
from pipeline.extract.participants.introductions import Introductions
from pipeline.extract.participants.name_lists import NameLists
from pipeline.extract.participants.relatives import Relatives
from pipeline.extract.syntax.classes import Classifier
from pipeline.extract.syntax.clause import Clauses
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_RELATIVE = ("who", "whom", "whose", "which", "that")
_QUOTES = ('"', "“", "«", "„")
_LIMIT = 5  # names nested deeper than this belong to something else


class NounPhrases:
    """Resolves noun phrases of one item."""

    def __init__(
        self,
        reading: Reading,
        clauses: Clauses,
        classifier: Classifier,
        coreference: Coreference,
        introductions: Introductions,
        discourse: Discourse,
    ) -> None:
        self._reading = reading
        self._clauses = clauses
        self._coreference = coreference
        self._known = introductions
        self._discourse = discourse
        self._lists = NameLists(reading, classifier)
        self._groups = GroupReference(reading, coreference, discourse, self._lists)
        self._descriptions = Descriptions(reading, introductions, coreference, self._groups)
        self._relatives = Relatives(reading, self._one, self.resolve, classifier.is_person)
        self._carriers = Carriers(reading, clauses, coreference, self._descriptions)
        words = load_words("coreference")
        self._leading = words["leading"]
        self._first = words["first_singular"] | words["first_plural"]

    def resolve(self, i: int, depth: int = 0, addressed: bool = False) -> tuple[Agent, ...]:
        """People and organisations meant by the noun phrase at token i, conjuncts included."""
        if depth > _LIMIT:
            return ()
        found: list[Agent] = []
        for j in (*self._clauses.conjuncts(i), *self._lists.joined_inside(i), *self._enumerated(i)):
            found += [agent for agent in self._one(j, depth, addressed) if agent not in found]
        return tuple(found)

    def represented(self, i: int) -> tuple[Agent, ...]:
        """The body for which 'a reporter of X' at token i came."""
        return self._carriers.represented(self._reading.tokens[i])

    def _enumerated(self, i: int) -> tuple[int, ...]:
        """'X, her brother Y and Z': a list of which the model made an apposition to its first name."""
        if i not in self._reading.name_at:
            return ()
        heads = [t.i for t in self._reading.tree.children(i, "appos")]
        before = self._lists.joined_before(i)
        if before:
            return before
        kin = [h for h in heads if any(t.tag == "PRP$" for t in self._reading.tree.children(h, "poss"))]
        heads += [t.i for h in kin for t in self._reading.tree.children(h, "appos")]
        lists = [self._clauses.conjuncts(head) for head in heads]
        return tuple(j for members in lists if len(members) > 1 for j in members)

    def _one(self, i: int, depth: int, addressed: bool = False) -> tuple[Agent, ...]:
        reading, token = self._reading, self._reading.tokens[i]
        name = reading.name_at.get(i)
        if name is not None:
            return (agent_of(name),) if name.is_agent else ()
        if (called := reading.called_at(i)) is not None:
            return (agent_of(called),)
        lower = token.text.lower()
        if token.tag in ("WDT", "WP", "WP$") or (
            lower in _RELATIVE and token.dep in ("nsubj", "nsubjpass", "dobj", "poss")
        ):
            return self._relatives.of(token, depth)
        if lower in self._first:
            return self._first_person(i)
        if lower in ("you", "your"):
            return () if self._reading.quoted[i] else self._known.signatures.addressed
        if (leader := self._led_by(i)) is not None:
            led = self._carriers.body(token, addressed)
            return (*led, *(agent for agent in self.resolve(leader, depth + 1) if agent not in led))
        if token.tag == "CD" and self._groups.counts_all(token):
            return self._groups.counted(token)
        if lower in ("both", "they", "them", "all") and len(self._known.heading.entry_topics) > 1:
            return self._known.heading.entry_topics
        if self._coreference.is_pronoun(token) and (
            token.pos == "PRON" or token.tag == "PRP$" or lower in ("all", "both")
        ):
            meant = self._coreference.pronoun(token) or self._groups.plural(token)
            return meant or (self._represented_before(token) if lower in ("they", "them") else ())
        named = self._named_within(token, depth)
        if not named or (len(named) > 1 and token.pos == "PROPN"):  # 'the X Mission, Y and Z'
            named = tuple(dict.fromkeys((*self._carriers.body(token, addressed), *named)))
        return named or self._descriptions.of(token, addressed)

    def _first_person(self, i: int) -> tuple[Agent, ...]:
        """'I' and 'we' of a quotation are its speaker, of a letter or statement those who sign it."""
        speaker = self._discourse.speaker_near(i)
        if self._reading.quoted[i]:
            return speaker
        if self._reading.lower(i) == "us":  # 'told us': those who write, not those they write of
            return self._known.signatures.signed
        return self._known.signatures.authors or speaker

    def _represented_before(self, token: Token) -> tuple[Agent, ...]:
        """'X researchers met widows. THEY were turned away': X, through whom the sentence before began."""
        here = self._reading.tree.sentence_of(token.i).start
        start = self._reading.tree.sentence_of(here - 1).start if here else here
        subjects = (
            t
            for t in reversed(self._reading.tokens[start : token.i])
            if t.tag in ("NNS", "NNPS") and t.dep in ("nsubj", "nsubjpass")
        )
        last = next(subjects, None)
        return self._carriers.body(last, False) if last is not None else ()

    def _led_by(self, i: int) -> int | None:
        """'villagers led by X': X."""
        tree = self._reading.tree
        groups = (i, *self._clauses.phrases(i, "of"))  # 'a delegation of Y, led by X'
        led = [
            t for g in groups for t in tree.children(g, "acl") if t.lemma in self._leading and t.tag == "VBN"
        ]
        agents = (j for t in led for j in self._clauses.phrases(t.i, "by"))
        return next(agents, None)

    def _named_within(self, token: Token, depth: int) -> tuple[Agent, ...]:
        """A name in or beside the phrase: 'the chair of the jury, X', 'lawyer X', 'the X mission'."""
        tree, names = self._reading.tree, self._reading.name_at
        if token.tag in ("NNS", "NNPS", "CD") and len(listed := self._lists.listed(token)) > 1:
            return listed
        for child in tree.children(token.i, "appos"):
            if agents := self.resolve(child.i, depth + 1):
                return agents
        person = [
            t
            for t in tree.children(token.i, "compound", "nmod", "amod")
            if self._reading.kind_at(t.i) == "person"
        ]
        if person and token.i not in names:
            return (agent_of(names[person[0].i]),)
        quoted = self._reading.tokens[token.i + 1 : token.i + 2]
        after = names.get(token.i + 2 if quoted and quoted[0].text in _QUOTES else token.i + 1)
        if after is not None and after.is_agent and token.pos in ("NOUN", "PROPN", "ADJ"):
            return (agent_of(after),)
        return self._lists.set_off(token) or self._named_after(token) or self._lists.listed(token)

    def _named_after(self, token: Token) -> tuple[Agent, ...]:
        """'the officers, X and Y': names right behind the comma that are no subject of their own."""
        names, tokens = self._reading.name_at, self._reading.tokens
        name = names.get(token.i + 2)
        if name is None or tokens[token.i + 1].text != "," or not self._lists.is_person(token.i):
            return ()
        if (
            tokens[name.head].dep in ("nsubj", "nsubjpass", "pobj", "dobj")
            or name.mention.entity_kind != "person"
        ):
            return ()
        return self.resolve(name.head, 1)
