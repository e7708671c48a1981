"""Whom 'the blogger', 'both men', 'the undersigned' mean: definite noun phrases without a name."""

from __future__ import annotations

from pipeline.extract.frames.declared import load_words
from pipeline.extract.participants.agents import Agent
from pipeline.extract.participants.coreference import Coreference
from pipeline.extract.participants.group_reference import GroupReference
from pipeline.extract.participants.introductions import Introductions
from pipeline.extract.participants.kin import Kin
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_DETERMINERS = ("the", "this", "that", "these", "those", "both")


class Descriptions:
    """Resolves definite descriptions of one item."""

    def __init__(
        self,
        reading: Reading,
        introductions: Introductions,
        coreference: Coreference,
        groups: GroupReference,
    ) -> None:
        self._reading = reading
        self._known = introductions
        self._coreference = coreference
        self._groups = groups
        self._kin = Kin(reading, coreference)
        self._signing = load_words("coreference")["signing"]

    def _are_signatories(self, token: Token) -> bool:
        """'the undersigned organisations', 'the signatories': those whose names stand below."""
        below = (t.text.lower() for t in self._reading.tree.children(token.i, "amod", "det"))
        words = {token.text.lower(), *below}
        if "undersigned" in words:
            return True
        several = token.tag == "NNS" and len(self._known.signatures.signed) > 1 and "the" in words
        return several and token.lemma.lower() in self._signing

    def of(self, token: Token, addressed: bool = False) -> tuple[Agent, ...]:
        """Whom a definite noun phrase without a name means; 'the minister' a ministry only if addressed."""
        if self._are_signatories(token):
            return self._known.signatures.signed
        children = self._reading.tree.children(token.i, "det", "poss")
        definite = any(t.text.lower() in _DETERMINERS for t in children) or any(
            t.tag == "PRP$" for t in children
        )
        if definite and token.tag == "NNS" and (several := self._groups.several(token)):
            return several
        if token.pos not in ("NOUN", "PROPN") or token.tag in ("NNS", "NNPS") or not definite:
            return ()
        described = (() if addressed else self._kin.of(token)) or self._coreference.description(token)
        return described or (self._coreference.office(token) if addressed else ())
