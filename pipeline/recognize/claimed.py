"""What the claims on an item say of names, for the rules that find them again elsewhere."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.recognize.claims import Candidate, Claims

Kind = tuple[str, str | None]
"""What a name names, and of a place what kind."""


class ClaimedName(NamedTuple):
    """What one claim says of names."""

    name: str
    kind: Kind
    quoted: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()


def claimed_names(claims: Claims) -> list[ClaimedName]:
    """What the claims of an item say, in their order."""
    return [_said(claims, claim, claim.kind) for claim in claims if claim.kind is not None]


def _said(claims: Claims, claim: Candidate, kind: str) -> ClaimedName:
    found = ClaimedName(claims.words_of(claim), (kind, claim.place_kind))
    if kind == "organization":
        return found._replace(quoted=claims.quoted_in(claim))
    if kind != "person" or claim.stop - claim.first == 1:
        return found
    words = claims.text.words[claim.first : claim.stop]
    first_is_family = words[0].shouted and not words[-1].shouted
    family, given = (words[0].text, words[-1].text) if first_is_family else (words[-1].text, words[0].text)
    surnames = frozenset((family, family.capitalize())) if len(family) > 1 else frozenset()
    return found._replace(surnames=surnames, given=frozenset((given,)))
