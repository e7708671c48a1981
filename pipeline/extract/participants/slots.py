"""From the slot names of a frame to the tokens that stand there; `extract.syntax.clause` names them."""

from __future__ import annotations

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.participants.addressees import Addressees
from pipeline.extract.participants.company import Company
from pipeline.extract.syntax.classes import Classifier
from pipeline.extract.syntax.clause import Clauses
from pipeline.extract.syntax.gapping import Gapping
from pipeline.extract.syntax.reading import Reading

_PARTS = ("NUM", "DET", "PRON")  # 'two of his farms', 'all of the papers'
_TAKING_PART = ("involve", "engage")  # passives whose subject is the doer: 'are involved in a campaign'


class Slots:
    """Reads the slots of candidates of one item."""

    def __init__(self, reading: Reading, clauses: Clauses, classifier: Classifier) -> None:
        self._reading = reading
        self._classifier = classifier
        self._clauses = clauses
        self._gapping = Gapping(reading)
        self._addressees = Addressees(reading, clauses)
        self._company = Company(reading, clauses)

    def of(self, candidate: Candidate, name: str) -> tuple[int, ...]:
        """Tokens that stand in a slot ('object.owner' is the owner of the object)."""
        first, *rest = name.split(".")
        found = self._first_slot(candidate, first)
        if candidate.frame.kind == "verb" and first in ("subject", "object"):
            found = (*found, *self._in_company(candidate, first, found))
        if first == "light" and candidate.carrier is not None:
            joined = self._company.companions(candidate.carrier, found, True)
            found = (*found, *joined, *self._company.partners(candidate.carrier))
        if candidate.kind.measured and first in ("object", "indirect"):
            found = (*found, *self._gapping.objects(self._reading.tokens[candidate.head]))
        if first == "object" and rest and candidate.passive:
            found = self._clauses.direct_objects(self._reading.tokens[candidate.head]) or found
        for step in rest:
            if step == "owner":  # 'his brother was expelled' befalls the brother
                found = tuple(i for i in found if not self._is_somebody(i))
            found = tuple(j for i in found for k in self._whole(i) for j in self._inner(k, step))
        return found

    def _in_company(self, candidate: Candidate, slot: str, found: tuple[int, ...]) -> tuple[int, ...]:
        """Who acts, or to whom it is done, together with those found in the slot."""
        token = self._reading.tokens[candidate.head]
        objects = () if candidate.passive else self._clauses.direct_objects(token)
        befallen = tuple(i for i in objects if self._classifier.is_person(i))
        if slot == "object" and not candidate.passive:
            return self._company.victims(candidate.head, befallen)
        if slot == ("object" if candidate.passive else "subject"):
            return self._company.companions(candidate.head, found, not candidate.passive, befallen)
        return ()

    def _is_somebody(self, i: int) -> bool:
        return self._reading.tokens[i].pos not in _PARTS and self._classifier.is_person(i)

    def _whole(self, i: int) -> tuple[int, ...]:
        """'two of HIS FARMS', 'some of the papers': that of which the token is a part."""
        if self._reading.tokens[i].pos not in _PARTS:
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
        if slot == "befallen":
            return self._befallen(candidate.head)
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

    def _governor(self, i: int) -> tuple[int, ...]:
        """'died after a HUNGER STRIKE': the subject of the verb above."""
        verb = next((t for t in self._reading.tree.ancestors(i) if t.pos in ("VERB", "AUX")), None)
        return self._clauses.surface_subject(verb) if verb is not None else ()

    def _befallen(self, i: int) -> tuple[int, ...]:
        """'arrested X in A RAID': those to whom the verb above is done."""
        verb = next((t for t in self._reading.tree.ancestors(i) if t.pos in ("VERB", "AUX")), None)
        if verb is None:
            return ()
        objects = self._clauses.objects(verb, self._clauses.is_passive(verb, True))
        return tuple(j for j in objects if self._classifier.is_person(j))

    def _light(self, candidate: Candidate) -> tuple[int, ...]:
        """'X held a picket', 'a picket held by X': the doer of the verb that carries the noun."""
        if "light" not in candidate.evidence or candidate.carrier is None:
            return ()
        carrier = self._reading.tokens[candidate.carrier]
        if carrier.lemma == "attend":  # those who come to a meeting do not hold it
            return ()
        if carrier.lemma in _TAKING_PART:
            return self._clauses.surface_subject(carrier)
        return self._clauses.subjects(carrier, self._clauses.is_passive(carrier, False))

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
        if slot == "imposed":
            return self._company.imposed(i)
        if slot == "organizer":
            return (*self._inner(i, "poss"), *self._clauses.phrases(i, "of"), *self._company.organizers(i))
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
