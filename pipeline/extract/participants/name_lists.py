"""Names that a noun phrase announces: 'three men: X, Y and Z', 'the wife of X, Y, was refused'."""

from __future__ import annotations

from pipeline.extract.frames.declared import load_words
from pipeline.extract.participants.agents import Agent, agent_of
from pipeline.extract.participants.next_sentence import NextSentence, people_between
from pipeline.extract.syntax.classes import Classifier
from pipeline.extract.syntax.reading import Name, Reading
from pipeline.syntax import Token

_ASIDE = ("appos", "npadvmod", "nmod", "dep")  # how the model hangs a name between commas on its noun
_PLURAL = ("NNS", "NNPS", "CD")
_BEHIND = 16  # tokens between a count and the comma that opens its list of names
_TITLE = 4  # words before the first name of a list: 'the weaver', 'her brother'


class NameLists:
    """Reads such lists in one item."""

    def __init__(self, reading: Reading, classifier: Classifier) -> None:
        self._reading = reading
        self.is_person = classifier.is_person
        words = load_words("coreference")
        self._openers, self._bodies = words["list_openers"], words["own_bodies"]
        self._next = NextSentence(reading)

    def set_off(self, token: Token) -> tuple[Agent, ...]:
        """'the wife of X, Y, was refused': a person's name between commas inside the phrase."""
        if not self.is_person(token.i):
            return ()
        for i in self._reading.tree.subtree(token.i):
            name = self._reading.name_at.get(i)
            if name is None or name.head != i or name.mention.entity_kind != "person" or i < token.i:
                continue
            if self._reading.tokens[i].dep in _ASIDE and self._follows_comma(name):
                return (agent_of(name),)
        return self._set_off_behind(token)

    def _set_off_behind(self, token: Token) -> tuple[Agent, ...]:
        """'A reporter detained that summer, X, remains missing': a name in commas behind the phrase."""
        tokens = self._reading.tokens
        stop = max(self._reading.tree.subtree(token.i)) + 1
        name = self._reading.name_at.get(stop + 1) or self._reading.name_at.get(stop + 2)
        if name is None or name.mention.entity_kind != "person" or not self._follows_comma(name):
            return ()
        closed = name.tokens.stop < len(tokens) and tokens[name.tokens.stop].text == ","
        return (agent_of(name),) if closed and token.tag == "NN" else ()

    def _follows_comma(self, name: Name) -> bool:
        """True for a name right behind a comma; a title ('Col.') may stand between."""
        tokens, i = self._reading.tokens, name.tokens.start - 1
        while i > 0 and tokens[i].pos == "PROPN" and tokens[i].head == name.head:
            i -= 1
        return i >= 0 and tokens[i].text == ","

    def joined_inside(self, i: int) -> tuple[int, ...]:
        """'Reporters Without BORDERS and Y': Y, which the model joined to a word inside the name."""
        name, tree = self._reading.name_at.get(i), self._reading.tree
        if name is None or not name.is_agent:
            return ()
        inner = (t for k in name.tokens if k != i for t in tree.children(k, "conj", "appos"))
        joined = [t.i for t in inner if t.i >= name.tokens.stop]
        found: list[int] = []
        while joined:
            k = joined.pop(0)
            found.append(k)
            joined += [t.i for t in tree.children(k, "conj")]
        return tuple(k for k in found if k in self._reading.name_at)

    def joined_before(self, i: int) -> tuple[int, ...]:
        """'Nurse X and driver Y were': X, where the model made all before 'Y' a modifier of it."""
        names, tokens = self._reading.name_at, self._reading.tokens
        found = []
        for t in self._reading.tree.children(i, "nmod", "compound"):
            name = names.get(t.i)
            if name is None or name is names[i] or name.mention.entity_kind != "person":
                continue
            between = tokens[name.tokens.stop : names[i].tokens.start]
            if any(b.text.lower() in ("and", ",") for b in between):
                found.append(t.i)
        return tuple(found)

    def listed(self, token: Token) -> tuple[Agent, ...]:
        """'thirty people, among them X and Y', 'three men: X, Y and Z', 'activists including X'."""
        if token.tag in ("NNS", "NNPS") and token.lemma.lower() in self._bodies:
            return self._bodies_after(token)
        if token.tag not in ("NN", *_PLURAL) or not self.is_person(token.i):
            return ()
        stop = self._reading.tree.sentence_of(token.i).stop
        if behind := self._behind_comma(token, stop):
            return behind
        for i in range(token.i + 1, stop):
            if self._reading.lower(i) == "among" and (named := self._named_before(i)):
                return named
            if self._opens_list(i, token):
                return self._names_after(i, stop)
            if token.i + 1 < i and self._is_other_count(i):
                return ()
        return self._next.of(token, stop) if token.tag in _PLURAL else ()

    def _is_other_count(self, i: int) -> bool:
        """True for a number of other people, but not for 'names of six known'."""
        if self._reading.tokens[i].pos != "NUM" or not self.is_person(i):
            return False
        return not (self._reading.lower(i - 1) == "of" and self._reading.tokens[i - 2].lemma == "name")

    def _behind_comma(self, token: Token, stop: int) -> tuple[Agent, ...]:
        """'two members of the League (HL), X and Y, were': several names right behind a count's phrase."""
        tokens = self._reading.tokens
        if token.tag not in _PLURAL:
            return ()
        for i in range(token.i + 1, min(token.i + _BEHIND, stop)):
            if tokens[i].pos in ("VERB", "AUX") or tokens[i].text in (";", ":"):
                return ()
            if tokens[i].text == "," and self._starts_name(i + 1, stop):
                found = self._names_after(i, stop)
                return found if len(found) > 1 else ()
        return ()

    def _starts_name(self, start: int, stop: int) -> bool:
        """True where a person's name follows, at most a title or trade before it."""
        for i in range(start, min(start + _TITLE, stop)):
            name, token = self._reading.name_at.get(i), self._reading.tokens[i]
            if name is not None:
                return name.mention.entity_kind == "person"
            if token.pos not in ("DET", "NOUN", "PROPN", "ADJ", "PRON") or token.tag == "WP":
                return False
        return False

    def _bodies_after(self, token: Token) -> tuple[Agent, ...]:
        """'four groups: X, Y and Z', 'two unions (X and Y)', 'outlets including X': the bodies listed."""
        names, tokens = self._reading.name_at, self._reading.tokens
        stop = self._reading.tree.sentence_of(token.i).stop
        opener = token.i + 1
        if opener < stop and tokens[opener].text == ",":
            opener += 1
        opens = opener < stop and (
            self._reading.lower(opener) in self._openers or tokens[opener].text in ("(", ":")
        )
        i, found = opener + opens, dict[Agent, None]()
        while i < stop and (i in names or tokens[i].text.lower() in (",", "and", "the", "&", ";", "(")):
            if i not in names:
                i += 1
                continue
            if names[i].mention.entity_kind != "organization":
                break
            found[agent_of(names[i])] = None
            i = names[i].tokens.stop
        return tuple(found) if opens or len(found) > 1 else ()

    def _named_before(self, i: int) -> tuple[Agent, ...]:
        """'Two people were hurt, X among them': the name between the comma and these words."""
        if i + 1 >= len(self._reading.tokens) or self._reading.lower(i + 1) not in ("them", "those"):
            return ()
        name = self._reading.name_at.get(i - 1)
        person = name is not None and name.mention.entity_kind == "person" and self._follows_comma(name)
        return (agent_of(name),) if name is not None and person else ()

    def _opens_list(self, i: int, token: Token) -> bool:
        word = self._reading.lower(i)
        if word == "among":
            return self._reading.lower(i + 1) in ("them", "whom")
        return word in self._openers or (word == ":" and token.tag in ("NNS", "CD"))

    def _names_after(self, i: int, stop: int) -> tuple[Agent, ...]:
        return people_between(self._reading, i + 1, stop)
