"""Who signs an item: the names listed as signatories, or those of its last lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from pipeline.extract.frames.declared import load_words
from pipeline.extract.participants.agents import Agent, agent_of
from pipeline.extract.syntax.reading import Name, Reading
from pipeline.schema.flow import Block
from pipeline.syntax import Token

_SIGNATURE_WORDS = 20  # words that a line of signatures has at most
_SIGNED_AS = 10  # words of a signature with what the signatory is: 'X, chair of the board'
_LABEL_WORDS = 6  # words that a line over signatures has at most: 'Signatories (as of 4 May):', 'Individuals'
_JOINING = ("for", "the", "and", "on", "behalf", "of")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_HEAD_LINES = 8  # lines of a letter above which its salutation stands
_SALUTATION_WORDS = 6
_CLOSERS = 3  # nameless lines that may follow the signatures: how to sign, a note, a place


class Signatures:
    """Reads the signatures of one item; `names` are its people and bodies in order."""

    def __init__(self, reading: Reading, names: tuple[Name, ...]) -> None:
        self._reading = reading
        self._agents = names
        words = load_words("coreference")
        self._labels, self._bodies = words["signature_labels"], words["own_bodies"]
        self._labels_after, self._salutes = words["after_signatures"], words["salutations"]

    @cached_property
    def authors(self) -> tuple[Agent, ...]:
        """Who signs the item; else who says 'we, the X' or 'our foundation' in it, or heads it."""
        if self.signed:
            return self.signed
        headline = (n for n in self._agents if self._reading.block_kind(n.head) == "headline")
        return self._introduced or tuple(dict.fromkeys(agent_of(n) for n in headline))[:1]

    @cached_property
    def signed(self) -> tuple[Agent, ...]:
        """The names under 'Signatories:', else of the last lines that are little more than names."""
        blocks = [block for block in self._reading.item.blocks if block.kind == "body"][1:]
        for at, block in enumerate(blocks):
            if self._is_label(block) and (listed := self._listed(blocks[at:])):
                return listed
        return self._closing(blocks)

    @cached_property
    def addressed(self) -> tuple[Agent, ...]:
        """To whom a letter is: those named in its lines down to 'Dear ...', 'Sir,'; 'Copy to' apart."""
        head = [block for block in self._reading.item.blocks if block.kind == "body"][:_HEAD_LINES]
        lines = [self._words_of(block) for block in head]
        at = next((n for n, words in enumerate(lines) if self._is_salutation(words)), None)
        if at is None:
            return ()
        named = [i for words in lines[: at + 1] if not self._is_copy(words) for i in words]
        names = [self._reading.name_at[i] for i in named if i in self._reading.name_at]
        agents = tuple(dict.fromkeys(agent_of(name) for name in names if name.is_agent))
        people = tuple(agent for agent in agents if agent[0] == "person")
        return people or agents[:1]

    def _is_salutation(self, words: tuple[int, ...]) -> bool:
        short = 0 < len(words) <= _SALUTATION_WORDS and words[-1] + 1 < len(self._reading.tokens)
        first = self._reading.lower(words[0]) if words else ""
        return (
            short and first in self._salutes and self._reading.tokens[words[-1] + 1].text in (",", "!", ":")
        )

    def _is_copy(self, words: tuple[int, ...]) -> bool:
        return bool(words) and self._reading.lower(words[0]) in self._labels_after

    def _closing(self, blocks: Sequence[Block]) -> tuple[Agent, ...]:
        found: list[Agent] = []
        after = 0
        for block in reversed(blocks):
            named = self._names_of_line(block)
            if not named:
                after += 1
                if found or after > _CLOSERS or len(self._words_of(block)) > _SIGNATURE_WORDS:
                    break
            found = [*named, *found]
        return tuple(dict.fromkeys(found))

    def _listed(self, blocks: Sequence[Block]) -> tuple[Agent, ...]:
        """The names from the line of the label on, up to the first line of prose or of another use."""
        found = [*self._signing(self._words_of(blocks[0]))]
        for block in blocks[1:]:
            words = self._words_of(block)
            if len(words) > _SIGNATURE_WORDS or not self._labels_after.isdisjoint(
                map(self._reading.lower, words[:1])
            ):
                break
            if any(self._reading.tokens[i].tag in _FINITE for i in words if i not in self._reading.name_at):
                break
            found += self._signing(words)
        return tuple(dict.fromkeys(found))

    def _signing(self, words: tuple[int, ...]) -> tuple[Agent, ...]:
        """Those named in a line of signatures; `words` are its words."""
        names = (self._reading.name_at[i] for i in words if i in self._reading.name_at)
        return tuple(agent_of(n) for n in names if n.is_agent and not self._is_affiliation(n, words[0]))

    def _is_label(self, block: Block) -> bool:
        """'Signatories:', 'Signed by: X and Y', 'Organisations supporting this appeal:'."""
        words = self._words_of(block)
        opening = [i for i in words[:_LABEL_WORDS] if i not in self._reading.name_at]
        if not opening or self._labels.isdisjoint(self._reading.lower(i) for i in opening):
            return False
        line = self._reading.tree.at(block.start, block.end)
        colon = any(self._reading.tokens[i].text == ":" for i in line[: _LABEL_WORDS + 4])
        return colon or len(words) <= _LABEL_WORDS

    def _words_of(self, block: Block) -> tuple[int, ...]:
        line = self._reading.tree.at(block.start, block.end)
        return tuple(i for i in line if self._reading.tokens[i].text[:1].isalpha())

    def _names_of_line(self, block: Block) -> tuple[Agent, ...]:
        """Those named in a line that is little more than their names."""
        words = self._words_of(block)
        named = [self._reading.name_at[i] for i in words if i in self._reading.name_at]
        headed = bool(words) and words[0] in self._reading.name_at and len(words) <= _SIGNED_AS
        prose = any(self._reading.tokens[i].pos in ("VERB", "AUX") for i in words)
        if len(words) > _SIGNATURE_WORDS or (2 * len(named) < len(words) and (prose or not headed)):
            return ()
        return tuple(
            agent_of(name) for name in named if name.is_agent and not self._is_affiliation(name, words[0])
        )

    def _is_affiliation(self, name: Name, start: int) -> bool:
        """'X, member of Y', 'X, director, Y': what X is, but 'X, Y' are two; the line begins at `start`."""
        if name.mention.entity_kind != "organization":
            return False
        before = [self._reading.name_at.get(i) for i in range(start, name.tokens.start)]
        person = any(n is not None and n.mention.entity_kind == "person" for n in before)
        words = (t for t in self._reading.tokens[start : name.tokens.start] if t.text[:1].isalpha())
        beside = [t for t in words if t.i not in self._reading.name_at and t.text.lower() not in _JOINING]
        return person and bool(beside)

    @cached_property
    def _introduced(self) -> tuple[Agent, ...]:
        """'We, X and Y, ...', 'our foundation' where a foundation is named: for whom the text speaks."""
        reading = self._reading
        for token in reading.tokens:
            if token.tag not in ("PRP", "PRP$") or reading.quoted[token.i]:
                continue
            lower = token.text.lower()
            if lower == "we" and (named := self._in_apposition(token)):
                return named
            if lower == "our" and (owner := self._our(reading.tokens[token.head])) is not None:
                return (owner,)
        return ()

    def _in_apposition(self, we: Token) -> tuple[Agent, ...]:
        tree, names = self._reading.tree, self._reading.name_at
        heads = [t.i for t in tree.children(we.i, "appos")]
        heads += [j.i for t in tree.children(we.i, "prep") for j in tree.children(t.i, "pobj")]
        found = [names[i] for head in heads for i in tree.subtree(head) if i in names and names[i].head == i]
        return tuple(dict.fromkeys(agent_of(name) for name in found if name.is_agent))

    def _our(self, noun: Token) -> Agent | None:
        """The one body of the item whose name says that it is such a one."""
        lemma = noun.lemma.lower()
        if lemma not in self._bodies:
            return None
        fitting = dict.fromkeys(
            agent_of(name)
            for name in self._agents
            if name.mention.entity_kind == "organization" and lemma in name.mention.text.lower().split()
        )
        return next(iter(fitting)) if len(fitting) == 1 else None
