"""Organisations and places by ordinary words of another language: "Naša Reč", "La Modelo"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.bodies.head_nouns import stands_in
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.counter_evidence import is_brought_to
from pipeline.recognize.lexica.foreign_words import is_foreign_word
from pipeline.recognize.people.for_person import acts, is_of_deed, suffers
from pipeline.recognize.people.person_runs import runs

_PHRASE = range(2, 6)  # words of a name without a head noun


def foreign_phrase(context: Context) -> Iterator[Candidate]:
    """Ordinary words of another language and no name of people: "Naša Reč", "Justiça Global".

    Where something is, or after an article that places have, it is a place: "in La Modelo".
    """
    for run in runs(context):
        if len(run) not in _PHRASE or not _is_phrase(context, run):
            continue
        if stands_in(context, run.start) or is_brought_to(context, run):
            yield Candidate(run.start, run.stop, "place", context.place_kind(run) or "other")
        elif context.words[run.start].lower not in context.lexicon.organizations.foreign_articles:
            yield Candidate(run.start, run.stop, "organization")
        else:
            kind = ("organization", None) if _acts(context, run.stop) else ("place", "other")
            yield Candidate(run.start, run.stop, *kind)


def _is_phrase(context: Context, run: range) -> bool:
    words = [context.words[i] for i in run if context.words[i].capital]
    if context.place_kind(run) or any(w.shouted or w.initial or context.is_title(w) for w in words):
        return False
    if any(speaks(context, run) for speaks in (acts, suffers, is_of_deed)):
        return False
    if any(context.known.is_given(w.text) or context.known.is_family(w.text) for w in words):
        return False
    if words[0].lower in context.lexicon.organizations.foreign_articles:
        return True
    words = [word for word in words if len(word.text) > 3 - (not word.text.isascii())]
    if any(is_foreign_word(word.text, very=context.is_modelled(run, "PERSON")) for word in words):
        return True
    return bool(words) and all(is_foreign_word(word.text) for word in words)


def _acts(context: Context, i: int) -> bool:
    verb = context.text.word(i)
    return verb is not None and verb.gap == " " and verb.tag in ("VBD", "VBZ", "VBP", "MD")
