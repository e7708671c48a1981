"""Which people and organisations a noun phrase means."""

from __future__ import annotations

from pipeline.extract.classes import Classifier
from pipeline.extract.clause import Clauses
from pipeline.extract.coreference import Coreference
from pipeline.extract.discourse import Discourse
from pipeline.extract.frames import load_words
from pipeline.extract.introductions import Agent, Introductions, agent_of
from pipeline.extract.name_lists import NameLists
from pipeline.extract.reading import Reading
from pipeline.syntax import Token

_DETERMINERS = ("the", "this", "that", "these", "those", "both")
_RELATIVE = ("who", "whom", "whose", "which", "that")
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
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
        words = load_words("coreference")
        self._carriers, self._addressees = words["carriers"], words["addressees"]
        self._leading, self._instruments = words["leading"], words["instruments"]
        self._signing = words["signing"]
        self._first = words["first_singular"] | words["first_plural"]

    def resolve(self, i: int, depth: int = 0, addressed: bool = False) -> tuple[Agent, ...]:
        """People and organisations meant by the noun phrase at token i, conjuncts included."""
        if depth > _LIMIT:
            return ()
        found: list[Agent] = []
        for j in (*self._clauses.conjuncts(i), *self._enumerated(i)):
            found += [agent for agent in self._one(j, depth, addressed) if agent not in found]
        return tuple(found)

    def _enumerated(self, i: int) -> tuple[int, ...]:
        """'X, her brother Y and Z': a list of which the model made an apposition to its first name."""
        if i not in self._reading.name_at:
            return ()
        heads = [t.i for t in self._reading.tree.children(i, "appos")]
        before = self._lists.joined_before(i)
        if before:
            return before
        lists = [self._clauses.conjuncts(head) for head in heads]
        return tuple(j for members in lists if len(members) > 1 for j in members)

    def _one(self, i: int, depth: int, addressed: bool = False) -> tuple[Agent, ...]:
        reading, token = self._reading, self._reading.tokens[i]
        name = reading.name_at.get(i)
        if name is not None:
            return (agent_of(name),) if name.is_agent else ()
        lower = token.text.lower()
        if token.tag in ("WDT", "WP", "WP$") or (
            lower in _RELATIVE and token.dep in ("nsubj", "nsubjpass", "dobj", "poss")
        ):
            return self._relative(token, depth)
        if lower in self._first:
            return self._first_person(i)
        if (leader := self._led_by(i)) is not None:
            return self.resolve(leader, depth + 1)
        if token.tag == "CD" and self._counts_all(token):
            return self._counted(token)
        if self._coreference.is_pronoun(token) and (
            token.pos == "PRON" or token.tag == "PRP$" or lower in ("all", "both")
        ):
            return self._coreference.pronoun(token) or self._plural(token)
        return self._named_within(token, depth) or self._carried(token, addressed) or self._described(token)

    def _first_person(self, i: int) -> tuple[Agent, ...]:
        """'I' and 'we' of a quotation are its speaker, of a letter or statement those who sign it."""
        speaker = self._discourse.speaker_near(i)
        if self._reading.quoted[i]:
            return speaker
        if self._reading.lower(i) == "us":  # 'told us': those who write, not those they write of
            return self._known.signed
        return self._known.authors or speaker

    def _led_by(self, i: int) -> int | None:
        """'villagers led by X': X."""
        tree = self._reading.tree
        led = [t for t in tree.children(i, "acl") if t.lemma in self._leading and t.tag == "VBN"]
        agents = (j for t in led for j in self._clauses.phrases(t.i, "by"))
        return next(agents, None)

    def _plural(self, token: Token) -> tuple[Agent, ...]:
        """'They', 'all of them' without names beside: those whom the last event befell, if several."""
        word = token.text.lower()
        if word not in ("they", "them", "their", "all", "both"):
            return ()
        last = self._discourse.befallen_before(token.i)
        beside = range(token.i + 1, min(token.i + 4, self._reading.tree.sentence_of(token.i).stop))
        everyone = word == "all" or any(self._reading.lower(i) in ("all", "both", "each") for i in beside)
        return last if len(last) > 1 or everyone else ()

    def _counts_all(self, token: Token) -> bool:
        """'all five', 'both', 'the three': a number that stands for people told of before."""
        before = self._reading.lower(token.i - 1) if token.i else ""
        return before in ("all", "the") and not self._reading.tree.children(token.i, "prep")

    def _counted(self, token: Token) -> tuple[Agent, ...]:
        last = self._discourse.befallen_before(token.i)
        return last or self._coreference.group(token)

    def _several(self, token: Token) -> tuple[Agent, ...]:
        """'the two mediators', 'both men': as many people as were last told of together."""
        children = self._reading.tree.children(token.i, "nummod", "det")
        words = [t.text.lower() for t in children]
        number = next((_NUMBERS[word] for word in words if word in _NUMBERS), 0)
        if number < 2 or self._reading.tree.children(token.i, "prep", "relcl", "acl"):
            return ()
        told = (self._discourse.befallen_before(token.i), self._coreference.group(token))
        return next((agents for agents in told if len(agents) == number and _are_people(agents)), ())

    def _relative(self, token: Token, depth: int) -> tuple[Agent, ...]:
        for ancestor in self._reading.tree.ancestors(token.i):
            if ancestor.dep == "relcl":
                return self._one(ancestor.head, depth + 1) or self._described_by(token, ancestor.head)
        return ()

    def _described_by(self, pronoun: Token, i: int) -> tuple[Agent, ...]:
        """'X, a student of law who vanished': the person whom the noun before the clause describes."""
        token = self._reading.tokens[i]
        while pronoun.text.lower() == "who" and token.dep in ("appos", "pobj", "prep"):
            token = self._reading.tokens[token.head]
            if self._kind(token.i) == "person":
                return (agent_of(self._reading.name_at[token.i]),)
        return ()

    def _named_within(self, token: Token, depth: int) -> tuple[Agent, ...]:
        """A name in or beside the phrase: 'the chair of the jury, X', 'lawyer X', 'the X mission'."""
        tree, names = self._reading.tree, self._reading.name_at
        for child in tree.children(token.i, "appos"):
            if agents := self.resolve(child.i, depth + 1):
                return agents
        person = [
            t for t in tree.children(token.i, "compound", "nmod", "amod") if self._kind(t.i) == "person"
        ]
        if person and token.i not in names:
            return (agent_of(names[person[0].i]),)
        after = names.get(token.i + 1)
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

    def _kind(self, i: int) -> str | None:
        name = self._reading.name_at.get(i)
        return name.mention.entity_kind if name is not None else None

    def _carried(self, token: Token, addressed: bool) -> tuple[Agent, ...]:
        """The body behind 'the X mission', 'observers of X'; 'the head of X' only if addressed."""
        lemma = token.lemma.lower()
        if lemma in self._instruments:
            heads = [
                *self._clauses.phrases(token.i, "of"),
                *(t.i for t in self._reading.tree.children(token.i, "poss")),
            ]
            return next((agents for i in heads if (agents := self._body_at(i))), ())
        one_person = token.tag == "NN" and lemma in self._addressees
        if lemma not in self._carriers | self._addressees or (one_person and not addressed):
            return ()
        heads = [t.i for t in self._reading.tree.children(token.i, "compound", "nmod", "poss", "amod")]
        heads += [
            i for preposition in ("of", "from", "at") for i in self._clauses.phrases(token.i, preposition)
        ]
        return next((agents for i in heads if (agents := self._body_at(i))), ())

    def _body_at(self, i: int) -> tuple[Agent, ...]:
        """The organisation at token i or right below it."""
        tree = self._reading.tree
        if self._kind(i) is None and (described := self._described(tree.tokens[i])):
            return tuple(agent for agent in described if agent[0] == "organization")
        near = (i, *self._clauses.phrases(i, "of"), *(t.i for t in tree.children(i, "appos", "compound")))
        named = next((j for j in near if self._kind(j) == "organization"), None)
        return (agent_of(self._reading.name_at[named]),) if named is not None else ()

    def _are_signatories(self, token: Token) -> bool:
        """'the undersigned organisations', 'the signatories': those whose names stand below."""
        below = (t.text.lower() for t in self._reading.tree.children(token.i, "amod", "det"))
        words = {token.text.lower(), *below}
        if "undersigned" in words:
            return True
        several = token.tag == "NNS" and len(self._known.signed) > 1 and "the" in words
        return several and token.lemma.lower() in self._signing

    def _described(self, token: Token) -> tuple[Agent, ...]:
        if self._are_signatories(token):
            return self._known.signed
        children = self._reading.tree.children(token.i, "det", "poss")
        definite = any(t.text.lower() in _DETERMINERS for t in children) or any(
            t.tag == "PRP$" for t in children
        )
        if definite and token.tag == "NNS" and (several := self._several(token)):
            return several
        if token.pos not in ("NOUN", "PROPN") or token.tag in ("NNS", "NNPS") or not definite:
            return ()
        return self._coreference.description(token)


def _are_people(agents: tuple[Agent, ...]) -> bool:
    return all(kind == "person" for kind, _ in agents)
