"""What the words beside a name say of it: gender, kin, office, trade."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property

from pipeline.extract.frames.declared import load_kinds, load_words
from pipeline.extract.participants.agents import Agent, Met, agent_of
from pipeline.extract.participants.gender import gender_of_name, gender_of_noun
from pipeline.extract.syntax.reading import Name, Reading

_CLOSING_QUOTES = ('"', "”", "»", "'", "’")


@cache
def _body_kinds() -> frozenset[str]:
    """Nouns for bodies that may stand behind a body's name."""
    words = load_words("coreference")
    return words["own_bodies"] | words["media_nouns"] | load_kinds().keys()


class NameNotes:
    """Reads the words beside the names of one item; `met` are the names in order, as `names` are."""

    def __init__(self, reading: Reading, names: tuple[Name, ...], met: tuple[Met, ...]) -> None:
        self._reading = reading
        self._agents = names
        self._met = met

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
        found += self._kind_behind(name)
        token = tree.tokens[name.head]
        head = tree.tokens[token.head]
        if token.dep == "appos" and head.pos == "NOUN":
            found.append(head.lemma.lower())
        if token.dep == "nsubj" and head.lemma == "be":
            found += [t.lemma.lower() for t in tree.children(head.i, "attr")]
        return tuple(found)

    def _kind_behind(self, name: Name) -> tuple[str, ...]:
        """'the "Light of the Valley" CHURCH', 'the Tigris NEWSPAPER': what a body's name stands before."""
        tokens, i = self._reading.tokens, name.tokens.stop
        if i < len(tokens) and tokens[i].text in _CLOSING_QUOTES:
            i += 1
        if name.mention.entity_kind != "organization" or i >= len(tokens) or i in self._reading.name_at:
            return ()
        lemma = tokens[i].lemma.lower()
        return (lemma,) if tokens[i].tag == "NN" and lemma in _body_kinds() else ()

    @cached_property
    def by_noun(self) -> Mapping[str, tuple[Met, ...]]:
        """Names by the nouns said of them, in order."""
        found: dict[str, list[Met]] = {}
        for met, name in zip(self._met, self._agents, strict=True):
            for noun in self._nouns_beside(name):
                found.setdefault(noun, []).append(met)
        return {noun: tuple(mets) for noun, mets in found.items()}
