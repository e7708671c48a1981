"""The language model's own names where no better evidence speaks, trimmed to what a name is."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.counter_evidence import is_brought_to
from pipeline.recognize.model_spans import sound, trim
from pipeline.recognize.people.against_person import is_english
from pipeline.recognize.people.weighing import is_likely_person, is_likely_place

_KINDS = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}
_OTHER = frozenset(("NORP", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART", "LANGUAGE"))


def model_person(context: Context) -> Iterator[Candidate]:
    """What the model calls a person."""
    yield from _entities(context, ("PERSON",))


def model_place(context: Context) -> Iterator[Candidate]:
    """What the model calls a country, city, region, landscape or building."""
    yield from _entities(context, ("GPE", "LOC", "FAC"))


def _entities(context: Context, labels: tuple[str, ...]) -> Iterator[Candidate]:
    for entity in context.text.entities:
        if entity.label not in labels:
            continue
        span = trim(context, context.text.at(entity.start, entity.end))
        if not span or not sound(context, span, entity.label):
            continue
        kind = _KINDS[entity.label]
        if kind == "organization" and _is_placed(context, span):
            kind = "place"
        if kind == "place" and _is_surname(context, span):
            kind = "person"
        if kind == "person":
            kind = _person_or_else(context, span)
        if kind == "person":
            span = range(
                context.person_start(span.start), max(context.person_run(span.start).stop, span.stop)
            )
        place = (context.place_kind(span) or "other") if kind == "place" else None
        yield Candidate(span.start, span.stop, kind or None, place)


def _is_surname(context: Context, span: range) -> bool:
    """Whether a family name that no list of places has stands where no place does: "Police beat Otieno"."""
    before, word = context.text.before(span.start), context.words[span.start]
    located = before is not None and before.lower in context.lexicon.places.locative | {"the", "of", "on"}
    named = context.known.is_family(word.text) and context.place_kind(span) is None
    return len(span) == 1 and named and before is not None and not located


def _is_placed(context: Context, span: range) -> bool:
    """Whether what the model calls a body is where something is: "STRIKE IN TALATA", no "at OAS"."""
    before = context.text.before(span.start)
    acronym = context.words[span.start].shouted and not (before and before.shouted)
    return is_brought_to(context, span) and not acronym


def _person_or_else(context: Context, span: range) -> str:
    """What a name is that the model calls a person; the empty string for no name."""
    if is_likely_person(context, span):
        return "person"
    if is_likely_place(context, span):
        return "place"
    return "organization" if is_english(context, span) else ""  # "Green Krka", "Blog Watch"


def surname_shape(context: Context) -> Iterator[Candidate]:
    """A single unknown word that the model takes for some name and that ends as family names do."""
    suffixes = tuple(s for s in context.lexicon.people.surname_suffixes if len(s) > 2)
    for entity in context.text.entities:
        span = trim(context, context.text.at(entity.start, entity.end))
        if len(span) != 1 or entity.label not in _KINDS or context.place_kind(span):
            continue
        word, before = context.words[span.start], context.text.before(span.start)
        located = before is not None and before.lower in context.lexicon.places.locative | {"the", "of"}
        if len(word.text) > 5 and word.lower.endswith(suffixes) and not located and not word.shouted:
            yield Candidate(span.start, span.stop, "person")


def model_other(context: Context) -> Iterator[Candidate]:
    """What the model calls a people, event, law, product or work, where no rule knew better: no name."""
    for entity in context.text.entities:
        span = context.text.at(entity.start, entity.end)
        if entity.label in _OTHER and span:
            yield Candidate(span.start, span.stop, None)
