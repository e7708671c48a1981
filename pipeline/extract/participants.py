"""Who takes part in an event, in which role: from the slots of its frame to people and organisations."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.candidate import Candidate
from pipeline.extract.classes import Classifier
from pipeline.extract.clause import Clauses
from pipeline.extract.coreference import Agent, Coreference, agent_of
from pipeline.extract.frames import load_words
from pipeline.extract.reading import Reading
from pipeline.schema.flow import Participant
from pipeline.syntax import Token

_DETERMINERS = ("the", "this", "that", "these", "those", "both")
_RELATIVE = ("who", "whom", "whose", "which", "that")
_ADDRESSED = ("to", "on", "upon", "with", "against", "before", "object.to", "object.against")
_PERSONAL = frozenset(
    (
        "arrest",
        "detention",
        "charge",
        "trial",
        "sentence",
        "fine",
        "release",
        "violence_or_torture",
        "death",
        "disappearance",
    )
)
_INVERTED = 12  # tokens between a verb and the name that the tree does not join to it
_LIMIT = 5  # names nested deeper than this belong to something else


class Participants:
    """Resolves the slots of candidates of one item."""

    def __init__(
        self, reading: Reading, clauses: Clauses, classifier: Classifier, coreference: Coreference
    ) -> None:
        self._reading = reading
        self._clauses = clauses
        self._classifier = classifier
        self._coreference = coreference
        words = load_words("coreference")
        self._carriers, self._first = words["carriers"], words["first_singular"] | words["first_plural"]
        self._openers = words["list_openers"]
        self._addressees, self._deciders = words["addressees"], load_words("voice")["deciders"]
        self._speakers: list[tuple[int, tuple[Agent, ...]]] = []
        self._targets: list[tuple[int, tuple[Agent, ...]]] = []

    def of(self, candidate: Candidate) -> tuple[Participant, ...]:
        """The participants of a candidate, each in one role, sorted as the contract wants them."""
        found: dict[Agent, str] = {}
        for role, slots in candidate.frame.roles:
            for slot in slots:
                for i in self.slot(candidate, slot):
                    for agent in self.resolve(i, addressed=slot in _ADDRESSED):
                        found.setdefault(agent, role)
        for agent, role in self._fallback(candidate, found):
            found.setdefault(agent, role)
        return tuple(
            sorted((Participant(kind, key, role) for (kind, key), role in found.items()), key=_order)
        )

    def _fallback(self, candidate: Candidate, found: dict[Agent, str]) -> Iterator[tuple[Agent, str]]:
        """What the tree does not give: the topic of an entry, the speaker after a quotation, who decides."""
        roles = dict(candidate.frame.roles)
        token = self._reading.tokens[candidate.head]
        if candidate.frame.kind != "verb":
            if "target" not in found.values() and roles["target"]:
                yield from ((agent, "target") for agent in self._of_noun(candidate, found))
            return
        if candidate.passive and "subject" in roles["actor"] and "actor" not in found.values():
            yield from ((agent, "actor") for agent in self._decider(token))
        role = next(
            (r for r, slots in roles.items() if ("object" if candidate.passive else "subject") in slots), None
        )
        if role is not None and role not in found.values() and not self._clauses.surface_subject(token):
            beside = self._beside(token, candidate)
            if candidate.frame.event_type == "statement":
                found.update(dict.fromkeys(beside, "actor"))
            yield from ((agent, role) for agent in beside)
        elif "target" not in found.values() and roles["target"] and self._coreference.is_entry:
            yield from (
                (topic, "target") for topic in self._coreference.topics if "actor" not in found.values()
            )

    def _decider(self, verb: Token) -> tuple[Agent, ...]:
        """'The court ruled that X be released': the court."""
        head = self._reading.tokens[verb.head]
        if verb.dep not in ("ccomp", "xcomp") or head.lemma not in self._deciders:
            return ()
        return tuple(agent for i in self._clauses.surface_subject(head) for agent in self.resolve(i))

    def _of_noun(self, candidate: Candidate, found: dict[Agent, str]) -> tuple[Agent, ...]:
        """'the arrest the day before of X'; 'Charge: ...' in an entry; 'the hearing' of one told before."""
        below = self._reading.tree.subtree(candidate.head)
        for i in below:
            if self._reading.lower(i) == "of" and i > candidate.head:
                agents = tuple(a for t in self._reading.tree.children(i, "pobj") for a in self.resolve(t.i))
                if agents:
                    return agents
        if "label" in candidate.evidence and self._coreference.topic is not None:
            return (self._coreference.topic,)
        definite = any(
            t.text.lower() in ("the", "this") for t in self._reading.tree.children(candidate.head, "det")
        )
        bare = not found and not any(self._reading.lower(i) == "of" for i in below)
        return self._last_targets(candidate) if definite and bare else ()

    def _last_targets(self, candidate: Candidate) -> tuple[Agent, ...]:
        if candidate.frame.event_type not in _PERSONAL:
            return ()
        before = [agents for head, agents in self._targets if head < candidate.head]
        return before[-1] if before else ()

    def note(self, candidate: Candidate, participants: tuple[Participant, ...]) -> None:
        """Remember whom an event befell, for 'the hearing' and 'they' after it."""
        agents = tuple((p.entity_kind, p.entity_id) for p in participants if p.role == "target")
        if agents and candidate.frame.event_type in _PERSONAL:
            self._targets.append((candidate.head, agents))

    def _beside(self, token: Token, candidate: Candidate) -> tuple[Agent, ...]:
        topic = self._coreference.topic
        tree = self._reading.tree
        if (
            candidate.frame.event_type == "statement"
            and token.i > 0
            and tree.tokens[token.i - 1].text in ',"”'
        ):
            after = [n for n in self._reading.names if n.is_agent and token.i < n.head <= token.i + _INVERTED]
            same = [n for n in after if n.head in tree.sentence_of(token.i)]
            return (agent_of(same[0]),) if same else ()
        start = tree.sentence_of(token.i).start
        if candidate.passive or self._reading.block_kind(token.i) == "headline":
            for i in range(token.i - 1, max(start, token.i - _INVERTED) - 1, -1):
                name = self._reading.name_at.get(i)
                if name is not None and name.mention.entity_kind == "person":
                    return (agent_of(name),)
                if tree.tokens[i].pos in ("VERB",) or tree.tokens[i].text in ";:":
                    break
        if not candidate.passive and self._clauses_top(token):
            first = next(
                (self._reading.name_at[i] for i in range(start, token.i) if i in self._reading.name_at), None
            )
            plain = not any(tree.tokens[i].pos == "VERB" for i in range(start, token.i))
            if plain and first is not None:
                return (agent_of(first),)
        opens = all(tree.tokens[i].pos in ("PUNCT", "ADV", "AUX", "PART") for i in range(start, token.i))
        if (
            self._reading.block_kind(token.i) != "headline"
            and token.tag != "VBG"
            and (opens or self._coreference.is_entry)
        ):
            return (topic,) if topic is not None else ()
        return ()

    def _clauses_top(self, token: Token) -> bool:
        return token.dep == "ROOT" and self._reading.block_kind(token.i) != "headline"

    def slot(self, candidate: Candidate, name: str) -> tuple[int, ...]:
        """Tokens that stand in a slot ('object.owner' is the owner of the object)."""
        first, *rest = name.split(".")
        found = self._first_slot(candidate, first)
        if first == "object" and rest and candidate.passive:
            found = self._clauses.direct_objects(self._reading.tokens[candidate.head]) or found
        for step in rest:
            found = tuple(j for i in found for j in self._inner(i, step))
        return found

    def _first_slot(self, candidate: Candidate, slot: str) -> tuple[int, ...]:
        token, frame = self._reading.tokens[candidate.head], candidate.frame
        if frame.kind == "adjective":
            return (
                (token.head,)
                if token.dep == "amod"
                else self._clauses.surface_subject(token) or (token.head,)
            )
        if slot == "governor":
            verb = next((t for t in self._reading.tree.ancestors(token.i) if t.pos in ("VERB", "AUX")), None)
            return self._clauses.surface_subject(verb) if verb is not None else ()
        if slot == "light":
            if "light" not in candidate.evidence or candidate.carrier is None:
                return ()
            carrier = self._reading.tokens[candidate.carrier]
            return self._clauses.subjects(carrier, self._clauses.is_passive(carrier, False))
        if frame.kind == "noun":
            return self._inner(candidate.head, slot)
        if slot == "subject":
            return self._clauses.subjects(token, candidate.passive)
        if slot == "object":
            return self._clauses.objects(token, candidate.passive)
        if slot == "indirect":
            return self._clauses.indirect(token)
        if slot == "clause":
            return tuple(t.i for t in self._reading.tree.children(token.i, "xcomp", "ccomp"))
        return self._phrases(candidate, slot)

    def _phrases(self, candidate: Candidate, preposition: str) -> tuple[int, ...]:
        """Prepositional phrases of the verb, else of the words of its pattern."""
        direct = self._clauses.phrases(candidate.head, preposition)
        if direct:
            return direct
        return tuple(j for i in candidate.used[1:] for j in self._clauses.phrases(i, preposition))

    def _inner(self, i: int, slot: str) -> tuple[int, ...]:
        """A slot of a noun, or of the verb of a complement clause."""
        tree = self._reading.tree
        token = tree.tokens[i]
        if slot == "clause":
            return tuple(t.i for t in tree.children(i, "acl"))
        if slot == "owner":
            names = [
                t.i for t in tree.children(i, "compound", "nmod", "appos") if t.i in self._reading.name_at
            ]
            return (*self._inner(i, "poss"), *self._clauses.phrases(i, "of"), *names)
        if slot in ("poss", "compound"):
            found = tree.children(i, slot, *(("nmod",) if slot == "compound" else ()))
            timed = (
                t for o in found if o.i in self._reading.dated_tokens for t in tree.children(o.i, "poss")
            )
            return tuple(t.i for t in (*found, *timed))
        if slot == "object":
            return self._clauses.objects(token, False)
        if slot == "subject":
            return self._clauses.subjects(token, False)
        return self._clauses.phrases(i, slot)

    def resolve(self, i: int, depth: int = 0, addressed: bool = False) -> tuple[Agent, ...]:
        """People and organisations meant by the noun phrase at token i, conjuncts included."""
        if depth > _LIMIT:
            return ()
        found: list[Agent] = []
        for j in self._clauses.conjuncts(i):
            found += [agent for agent in self._one(j, depth, addressed) if agent not in found]
        return tuple(found)

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
            return self._speaker_near(i)
        if self._coreference.is_pronoun(token) and (
            token.pos == "PRON" or token.tag == "PRP$" or lower in ("all", "both")
        ):
            return self._coreference.pronoun(token) or self._plural(token)
        return self._named_within(token, depth) or self._carried(token, addressed) or self._described(token)

    def _plural(self, token: Token) -> tuple[Agent, ...]:
        """'They', 'all of them' without names beside: those whom the last event befell, if several."""
        before = [agents for head, agents in self._targets if head < token.i]
        plural = token.text.lower() in ("they", "them", "their", "all", "both")
        if not plural or not before:
            return ()
        return before[-1] if len(before[-1]) > 1 or token.text.lower() == "all" else ()

    def _relative(self, token: Token, depth: int) -> tuple[Agent, ...]:
        for ancestor in self._reading.tree.ancestors(token.i):
            if ancestor.dep == "relcl":
                return self._one(ancestor.head, depth + 1)
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
        return self._set_off(token) or self._named_after(token) or self._listed(token, depth)

    def _named_after(self, token: Token) -> tuple[Agent, ...]:
        """'the officers, X and Y': names right behind the comma that are no subject of their own."""
        names, tokens = self._reading.name_at, self._reading.tokens
        name = names.get(token.i + 2)
        if name is None or tokens[token.i + 1].text != "," or not self._classifier.is_person(token.i):
            return ()
        if (
            tokens[name.head].dep in ("nsubj", "nsubjpass", "pobj", "dobj")
            or name.mention.entity_kind != "person"
        ):
            return ()
        return self.resolve(name.head, 1)

    def _set_off(self, token: Token) -> tuple[Agent, ...]:
        """'the wife of X, Y, was refused': a person's name between commas inside the phrase."""
        if not self._classifier.is_person(token.i):
            return ()
        for i in self._reading.tree.subtree(token.i):
            name = self._reading.name_at.get(i)
            if name is None or name.head != i or name.mention.entity_kind != "person" or i < token.i:
                continue
            before = self._reading.tokens[name.tokens.start - 1].text if name.tokens.start else ""
            if self._reading.tokens[i].dep == "appos" and before == ",":
                return (agent_of(name),)
        return ()

    def _kind(self, i: int) -> str | None:
        name = self._reading.name_at.get(i)
        return name.mention.entity_kind if name is not None else None

    def _listed(self, token: Token, depth: int) -> tuple[Agent, ...]:
        """'thirty people, among them X and Y', 'three men: X, Y and Z', 'activists including X'."""
        if token.tag not in ("NNS", "NN", "CD", "NNPS") or not self._classifier.is_person(token.i):
            return ()
        tokens, sentence = self._reading.tokens, self._reading.tree.sentence_of(token.i)
        for i in range(token.i + 1, sentence.stop - 1):
            lower = tokens[i].text.lower()
            opens = lower in self._openers or (
                lower == "among" and tokens[i + 1].text.lower() in ("them", "whom")
            )
            opens = opens or (tokens[i].text == ":" and token.tag in ("NNS", "CD"))
            if not opens and token.i + 1 < i and tokens[i].pos == "NUM" and self._classifier.is_person(i):
                return ()
            if opens:
                return self._names_after(i, sentence.stop)
        return ()

    def _names_after(self, start: int, stop: int) -> tuple[Agent, ...]:
        found: list[Agent] = []
        i = start + 1
        while i < stop:
            name, token = self._reading.name_at.get(i), self._reading.tokens[i]
            if name is not None:
                if name.mention.entity_kind == "person" and agent_of(name) not in found:
                    found.append(agent_of(name))
                i = name.tokens.stop
                continue
            if token.pos in ("VERB", "AUX") or token.text in (";", "."):
                break
            i += 1
        return tuple(found)

    def _carried(self, token: Token, addressed: bool) -> tuple[Agent, ...]:
        """The body behind 'the X mission', 'observers of X'; 'the head of X' only if addressed."""
        lemma = token.lemma.lower()
        one_person = token.tag == "NN" and lemma in self._addressees
        if lemma not in self._carriers | self._addressees or (one_person and not addressed):
            return ()
        tree, names = self._reading.tree, self._reading.name_at
        heads = [t.i for t in tree.children(token.i, "compound", "nmod", "poss", "amod")]
        heads += [
            *self._clauses.phrases(token.i, "of"),
            *self._clauses.phrases(token.i, "from"),
            *self._clauses.phrases(token.i, "at"),
        ]
        for i in heads:
            if self._kind(i) is None and (described := self._described(self._reading.tokens[i])):
                return tuple(agent for agent in described if agent[0] == "organization")
            if self._kind(i) == "organization":
                return (agent_of(names[i]),)
            for j in self._clauses.phrases(i, "of"):
                if self._kind(j) == "organization":
                    return (agent_of(names[j]),)
            for t in tree.children(i, "appos", "compound"):
                if self._kind(t.i) == "organization":
                    return (agent_of(names[t.i]),)
        return ()

    def _described(self, token: Token) -> tuple[Agent, ...]:
        children = self._reading.tree.children(token.i, "det", "poss")
        definite = any(t.text.lower() in _DETERMINERS for t in children) or any(
            t.tag == "PRP$" for t in children
        )
        if token.pos not in ("NOUN", "PROPN") or token.tag in ("NNS", "NNPS") or not definite:
            return ()
        return self._coreference.description(token)

    def note_speaker(self, candidate: Candidate, participants: tuple[Participant, ...]) -> None:
        """Remember who speaks, so that 'I' and 'we' in the quotation can be read."""
        agents = tuple((p.entity_kind, p.entity_id) for p in participants if p.role == "actor")
        if agents:
            self._speakers.append((candidate.head, agents))

    def _speaker_near(self, i: int) -> tuple[Agent, ...]:
        if not self._speakers:
            return ()
        return min(self._speakers, key=lambda speaker: (abs(speaker[0] - i), speaker[0]))[1]


def _order(participant: Participant) -> tuple[str, str, str]:
    return participant.entity_kind, participant.entity_id, participant.role
