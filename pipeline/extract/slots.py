"""From the slot names of a frame to the tokens that stand there (`pipeline.extract.clause` names them)."""

from __future__ import annotations

from pipeline.extract.addressees import Addressees
from pipeline.extract.candidate import Candidate
from pipeline.extract.clause import Clauses
from pipeline.extract.frames import load_words
from pipeline.extract.reading import Reading

_TAKING_PART = ("involve", "engage")  # passives whose subject is the doer: 'are involved in a campaign'


class Slots:
    """Reads the slots of candidates of one item."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self._reading = reading
        self._clauses = clauses
        self._addressees = Addressees(reading, clauses)
        self._organizers_called = load_words("coreference")["organizers"]
        self._organizing = load_words("coreference")["organizing"]
        self._joint = load_words("coreference")["joint"]

    def of(self, candidate: Candidate, name: str) -> tuple[int, ...]:
        """Tokens that stand in a slot ('object.owner' is the owner of the object)."""
        first, *rest = name.split(".")
        found = self._first_slot(candidate, first)
        if candidate.frame.kind == "verb" and first == ("object" if candidate.passive else "subject"):
            found = (*found, *self._companions(candidate.head, found, not candidate.passive))
        if first == "light" and candidate.carrier is not None:
            found = (*found, *self._companions(candidate.carrier, found, True))
        if first == "object" and rest and candidate.passive:
            found = self._clauses.direct_objects(self._reading.tokens[candidate.head]) or found
        for step in rest:
            found = tuple(j for i in found for k in self._whole(i) for j in self._inner(k, step))
        return found

    def _whole(self, i: int) -> tuple[int, ...]:
        """'two of HIS FARMS', 'some of the papers': that of which the token is a part."""
        if self._reading.tokens[i].pos not in ("NUM", "DET", "PRON"):
            return (i,)
        return self._clauses.phrases(i, "of") or (i,)

    def _first_slot(self, candidate: Candidate, slot: str) -> tuple[int, ...]:
        token, frame = self._reading.tokens[candidate.head], candidate.frame
        if frame.kind == "adjective":
            return (
                (token.head,)
                if token.dep == "amod"
                else self._clauses.surface_subject(token) or (token.head,)
            )
        if slot == "governor":
            return self._governor(candidate.head)
        if slot == "light":
            return self._light(candidate)
        if slot == "carrier":
            return (candidate.carrier,) if "light" in candidate.evidence and candidate.carrier else ()
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
        if slot == "addressee":
            carried = next((t.i for t in self._reading.tree.children(token.i, "dobj", "nsubjpass")), None)
            return self._addressees.bodies(token.i, carried)
        return self._phrases(candidate, slot)

    def _companions(self, verb: int, doers: tuple[int, ...], acting: bool) -> tuple[int, ...]:
        """'was awarded the prize TOGETHER WITH X', 'Y, WITH X, opened': who does or suffers it too."""
        tree = self._reading.tree
        joined = [p for p in tree.children(verb, "prep") if p.i > verb and self._joins(p.i)]
        for i in doers:
            beside = [p for p in tree.children(i, "prep") if i < p.i < verb]
            joined += [p for p in beside if self._joins(p.i) or (acting and self._is_aside(p.i))]
        return tuple(t.i for p in joined for t in tree.children(p.i, "pobj"))

    def _joins(self, preposition: int) -> bool:
        """'alongside', 'together with', 'jointly with'."""
        word = self._reading.lower(preposition)
        before = self._reading.lower(preposition - 1) if preposition else ""
        return word == "alongside" or (
            word == "with" and before in ("together", "along", "jointly", "shared")
        )

    def _is_aside(self, preposition: int) -> bool:
        """'X, with Y, opened': set off by commas, so that Y is no part of the name before it."""
        if self._reading.lower(preposition) != "with" or self._reading.lower(preposition - 1) != ",":
            return False
        names = (self._reading.name_at.get(i) for i in range(preposition + 1, preposition + 3))
        return any(name is not None and name.is_agent for name in names)

    def _governor(self, i: int) -> tuple[int, ...]:
        """'died after a HUNGER STRIKE': the subject of the verb above."""
        verb = next((t for t in self._reading.tree.ancestors(i) if t.pos in ("VERB", "AUX")), None)
        return self._clauses.surface_subject(verb) if verb is not None else ()

    def _light(self, candidate: Candidate) -> tuple[int, ...]:
        """'X held a picket', 'a picket held by X': the doer of the verb that carries the noun."""
        if "light" not in candidate.evidence or candidate.carrier is None:
            return ()
        carrier = self._reading.tokens[candidate.carrier]
        if carrier.lemma in _TAKING_PART:
            return self._clauses.surface_subject(carrier)
        return self._clauses.subjects(carrier, self._clauses.is_passive(carrier, False))

    def _partners(self, verb: int) -> tuple[int, ...]:
        """'organised by X IN COOPERATION WITH Y': Y."""
        nouns = (i for i in self._clauses.phrases(verb, "in") if self._reading.tokens[i].lemma in self._joint)
        return tuple(j for i in nouns for j in self._clauses.phrases(i, "with"))

    def _phrases(self, candidate: Candidate, preposition: str) -> tuple[int, ...]:
        """Prepositional phrases of the verb, else of the words of its pattern."""
        direct = self._clauses.phrases(candidate.head, preposition)
        if direct:
            return direct
        found = tuple(j for i in candidate.used[1:] for j in self._clauses.phrases(i, preposition))
        return found or self._stranded(candidate, preposition)

    def _stranded(self, candidate: Candidate, preposition: str) -> tuple[int, ...]:
        """'X was shot AT': a preposition of the pattern whose object is the passive's subject."""
        used = {self._reading.lower(i) for i in candidate.used[1:]}
        if not candidate.passive or preposition not in used:
            return ()
        return self._clauses.surface_subject(self._reading.tokens[candidate.head])

    def _inner(self, i: int, slot: str) -> tuple[int, ...]:
        """A slot of a noun, or of the verb of a complement clause."""
        tree = self._reading.tree
        token = tree.tokens[i]
        if token.tag == "WDT" and (antecedent := self._clauses.antecedent(i)) is not None:
            i, token = antecedent, tree.tokens[antecedent]
        if slot == "clause":
            return tuple(t.i for t in tree.children(i, "acl"))
        if slot == "owner":
            names = [
                t.i for t in tree.children(i, "compound", "nmod", "appos") if t.i in self._reading.name_at
            ]
            return (*self._inner(i, "poss"), *self._clauses.phrases(i, "of"), *names)
        if slot == "organizer":
            return (*self._inner(i, "poss"), *self._clauses.phrases(i, "of"), *self._organizers(i))
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

    def _organizers(self, i: int) -> tuple[int, ...]:
        """'a march called by X', 'the rally that X had announced': who calls people together."""
        found: list[int] = []
        for verb in self._reading.tree.children(i, "acl", "relcl"):
            if self._organizing.isdisjoint(self._reading.lemmas(verb.i)):
                continue
            passive = self._clauses.is_passive(verb, True)
            found += [j for j in self._clauses.subjects(verb, passive) if j != i]
            found += self._partners(verb.i)
        prep = self._reading.tokens[self._reading.tokens[i].head]
        if prep.text.lower() == "of" and self._reading.tokens[prep.head].lemma in self._organizers_called:
            found.append(prep.head)  # 'the organiser of the sit-in, X'
        return tuple(found)
