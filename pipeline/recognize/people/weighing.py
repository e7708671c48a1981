"""Whether capitals that no rule is sure of are a person: what speaks for it and against it, weighed."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.recognize.context import Context
from pipeline.recognize.counter_evidence import has_person_words, is_foreign_phrase
from pipeline.recognize.people import against_person, for_person

Evidence = tuple[tuple[int, Callable[[Context, range], bool]], ...]

_FOR: Evidence = (
    (3, has_person_words),
    (2, for_person.is_named),
    (1, for_person.is_family),
    (3, for_person.is_borne),
    (1, for_person.is_pair),
    (1, for_person.is_modelled),
    (3, for_person.acts),
    (2, for_person.suffers),
    (3, for_person.is_of_deed),
    (2, for_person.is_beside_person),
)
_AGAINST: Evidence = (
    (3, against_person.is_listed),
    (2, against_person.is_listed_long),
    (3, against_person.is_placed),
    (2, against_person.is_gone_to),
    (4, against_person.has_place_noun),
    (4, against_person.is_of_person),
    (2, against_person.heads_line),
    (2, against_person.has_article),
    (2, against_person.is_attribute),
    (1, against_person.is_family_of),
    (5, against_person.is_explained),
    (4, against_person.is_of_people),
    (2, is_foreign_phrase),
    (4, against_person.is_english),
)


def is_likely_person(context: Context, run: range) -> bool:
    """Whether more speaks for a person than against one."""
    return _weight(context, run, _FOR) > _weight(context, run, _AGAINST)


def is_likely_place(context: Context, run: range) -> bool:
    """Whether capitals that are no person are a place: one is listed, or where something is."""
    if against_person.is_of_people(context, run) or against_person.is_explained(context, run):
        return False
    return (
        against_person.is_placed(context, run)
        or against_person.is_gone_to(context, run)
        or against_person.has_place_noun(context, run)
        or against_person.heads_line(context, run)
        or (against_person.is_listed(context, run) and not against_person.is_family_of(context, run))
    )


def _weight(context: Context, run: range, evidence: Evidence) -> int:
    return sum(weight for weight, speaks in evidence if speaks(context, run))
