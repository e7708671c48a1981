"""The people and bodies that an item names: where, as what, of which gender."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pipeline.extract.gender import gender_of_name, gender_of_noun
from pipeline.extract.reading import Name, Reading
from pipeline.schema.flow import Block

Agent = tuple[str, str]  # entity kind, entity id

_SIGNATURE_WORDS = 20  # words that a line of signatures has at most
_SIGNED_AS = 10  # words of a signature with what the signatory is: 'X, chair of the board'
_ROW_WORDS = 1  # words besides dates before the name that opens a row: a title
_ENTRY_WORDS = 2  # words besides the name in the headline of a list's entry ('X - DIED')


def agent_of(name: Name) -> Agent:
    """The entity that a name names."""
    return name.mention.entity_kind, name.mention.entity_id


@dataclass(frozen=True, slots=True)
class Met:
    """A name met in the text: where (its head token, the number of its sentence), whose, in which part."""

    agent: Agent
    token: int
    sentence: int
    is_subject: bool


class Introductions:
    """What one item says of its people and bodies by naming them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._numbers = {sentence.start: n for n, sentence in enumerate(reading.tree.sentences)}

    def sentence_number(self, i: int) -> int:
        """Number of the sentence of token i, from 0."""
        return self._numbers[self._reading.tree.sentence_of(i).start]

    @cached_property
    def _agents(self) -> tuple[Name, ...]:
        return tuple(name for name in self._reading.names if name.is_agent)

    @cached_property
    def met(self) -> tuple[Met, ...]:
        """Names of people and bodies in order."""
        return tuple(
            Met(agent_of(name), name.head, self.sentence_number(name.head), self._is_subject(name.head))
            for name in self._agents
        )

    def _is_subject(self, i: int) -> bool:
        tokens = self._reading.tokens
        token = tokens[i]
        while token.dep in ("conj", "appos", "compound", "nmod") and token.head != token.i:
            token = tokens[token.head]
        return token.dep in ("nsubj", "nsubjpass")

    @cached_property
    def topic(self) -> Agent | None:
        """The person that the item is headed by: the first in its headline, or who opens a row of a table."""
        people = (name for name in self._agents if name.mention.entity_kind == "person")
        headed = next((agent_of(n) for n in people if self._reading.block_kind(n.head) == "headline"), None)
        return headed or self._row_person

    @cached_property
    def _row_person(self) -> Agent | None:
        """'Ana Lopez | arrested 3 May | fined': whose name opens an item without headline or prose."""
        reading = self._reading
        if not self._agents or any(block.kind == "headline" for block in reading.item.blocks):
            return None
        name = self._agents[0]
        before = [i for i in range(name.tokens.start) if i not in reading.dated_tokens]
        words = [i for i in before if reading.tokens[i].text[:1].isalpha()]
        if name.mention.entity_kind != "person" or len(words) > _ROW_WORDS or self._is_of_prose(name):
            return None
        return agent_of(name)

    def _is_of_prose(self, name: Name) -> bool:
        """True where the name is the subject of a verb with its auxiliary, or of one in the present."""
        tokens, tree = self._reading.tokens, self._reading.tree
        stop = min(name.tokens.stop, len(tokens) - 1)
        if tokens[stop].tag == "POS":
            return True
        if tokens[stop].pos in ("VERB", "AUX") and tokens[stop].tag in ("VBD", "VBZ", "VBP", "MD"):
            return True
        verb = tokens[tokens[name.head].head]
        if not self._is_subject(name.head):
            return False
        return verb.tag in ("VBZ", "VBP") or bool(tree.children(verb.i, "aux", "auxpass"))

    @property
    def topics(self) -> tuple[Agent, ...]:
        """The topic, if any; all whom the headline names where it is a list of names."""
        if self.topic is None:
            return ()
        headed = (n for n in self._agents if self._reading.block_kind(n.head) == "headline")
        people = dict.fromkeys(agent_of(n) for n in headed if n.mention.entity_kind == "person")
        return tuple(people) if self.is_entry and len(people) > 1 else (self.topic,)

    @property
    def entry_topics(self) -> tuple[Agent, ...]:
        """The topics of an entry of a list of people; none of other items."""
        return self.topics if self.is_entry else ()

    @cached_property
    def authors(self) -> tuple[Agent, ...]:
        """Who signs the item: the names of a last line that is little more, else those of the headline."""
        if self.signed:
            return self.signed
        headline = (n for n in self._agents if self._reading.block_kind(n.head) == "headline")
        return tuple(dict.fromkeys(agent_of(n) for n in headline))[:1]

    @cached_property
    def signed(self) -> tuple[Agent, ...]:
        """The names of the last lines, as far up as lines are little more than names."""
        blocks = [block for block in self._reading.item.blocks if block.kind == "body"][1:]
        found: list[Agent] = []
        for block in reversed(blocks):
            named = self._names_of_line(block)
            if not named:
                break
            found = [*named, *found]
        return tuple(dict.fromkeys(found))

    def _names_of_line(self, block: Block) -> tuple[Agent, ...]:
        """Those named in a line that is little more than their names."""
        line = self._reading.tree.at(block.start, block.end)
        words = [i for i in line if self._reading.tokens[i].text[:1].isalpha()]
        named = [self._reading.name_at[i] for i in words if i in self._reading.name_at]
        headed = bool(words) and words[0] in self._reading.name_at and len(words) <= _SIGNED_AS
        prose = any(self._reading.tokens[i].pos in ("VERB", "AUX") for i in words)
        if len(words) > _SIGNATURE_WORDS or (2 * len(named) < len(words) and (prose or not headed)):
            return ()
        return tuple(agent_of(name) for name in named if name.is_agent)

    @cached_property
    def is_entry(self) -> bool:
        """True for an entry of a list of people: its headline is a name and little else."""
        if self.topic is None:
            return False
        if self._row_person is not None:
            return True
        headline = (t for t in self._reading.tokens if self._reading.block_kind(t.i) == "headline")
        beside, inside = 0, False
        for t in headline:
            inside = t.text == "(" or (inside and t.text != ")")
            beside += t.text[:1].isalpha() and t.i not in self._reading.name_at and not inside
        return beside <= _ENTRY_WORDS  # 'X ("the poet of Sur")': what stands in parentheses counts for none

    @cached_property
    def counts(self) -> Mapping[Agent, int]:
        """How often each is named."""
        found: dict[Agent, int] = {}
        for met in self.met:
            found[met.agent] = found.get(met.agent, 0) + 1
        return found

    @cached_property
    def genders(self) -> Mapping[Agent, str | None]:
        """Gender of each person, by the words beside the name or the name itself."""
        forms: dict[Agent, set[str]] = {}
        for name in self._agents:
            forms.setdefault(agent_of(name), set()).add(name.mention.text)
        return {agent: self.titled.get(agent) or gender_of_name(texts) for agent, texts in forms.items()}

    @cached_property
    def titled(self) -> Mapping[Agent, str]:
        """Gender of those whom a title or kin noun shows to be women or men."""
        found: dict[Agent, str] = {}
        for name in self._agents:
            if (gender := self._gender_beside(name)) is not None:
                found.setdefault(agent_of(name), gender)
        return found

    @cached_property
    def related(self) -> frozenset[Agent]:
        """Those told of as another's only: 'his lawyer X', 'her son Y'; a pronoun seldom means them."""
        owned: set[Agent] = set()
        free: set[Agent] = set()
        for name in self._agents:
            (owned if self._is_owned(name) else free).add(agent_of(name))
        return frozenset(owned - free)

    def _is_owned(self, name: Name) -> bool:
        tree, head = self._reading.tree, self._reading.tokens[name.head]
        nouns = (head, self._reading.tokens[head.head]) if head.dep == "appos" else (head,)
        return any(t.tag == "PRP$" for noun in nouns for t in tree.children(noun.i, "poss"))

    def _gender_beside(self, name: Name) -> str | None:
        nouns = [*self._nouns_beside(name)]
        if name.tokens.start > 0:
            nouns.append(self._reading.lower(name.tokens.start - 1))
        nouns.append(self._reading.lower(name.tokens.start))
        return next((g for noun in nouns if (g := gender_of_noun(noun)) is not None), None)

    def _nouns_beside(self, name: Name) -> tuple[str, ...]:
        """Nouns said of a name: before it, in apposition, or as 'X is a notary'."""
        reading, tree = self._reading, self._reading.tree
        found: list[str] = []
        i = name.tokens.start - 1
        while i >= 0 and reading.tokens[i].pos in ("NOUN", "ADJ", "PROPN") and i not in reading.name_at:
            found.append(reading.tokens[i].lemma.lower())
            i -= 1
        for child in tree.children(name.head, "appos", "compound", "nmod"):
            if child.i not in name.tokens and child.i not in reading.name_at:
                found += [child.lemma.lower(), *(t.lemma.lower() for t in tree.children(child.i, "conj"))]
        token = tree.tokens[name.head]
        head = tree.tokens[token.head]
        if token.dep == "appos" and head.pos == "NOUN":
            found.append(head.lemma.lower())
        if token.dep == "nsubj" and head.lemma == "be":
            found += [t.lemma.lower() for t in tree.children(head.i, "attr")]
        return tuple(found)

    @cached_property
    def by_noun(self) -> Mapping[str, tuple[Met, ...]]:
        """Names by the nouns said of them, in order."""
        found: dict[str, list[Met]] = {}
        for met, name in zip(self.met, self._agents, strict=True):
            for noun in self._nouns_beside(name):
                found.setdefault(noun, []).append(met)
        return {noun: tuple(mets) for noun, mets in found.items()}
