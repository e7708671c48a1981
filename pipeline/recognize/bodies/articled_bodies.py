"""Organisations by an article before capitals: "the Black Eagles"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.bodies.head_nouns import stands_in
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.counter_evidence import has_person_words, is_cut_off
from pipeline.recognize.people.person_runs import is_thing, runs

_ADJECTIVES = 3  # before the name of a body: "Latin American"
_NO_BODIES = ("LOC", "FAC", "GPE", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART", "LANGUAGE", "NORP")


def articled(context: Context) -> Iterator[Candidate]:
    """Two capitals or more with "the" before and no noun after, as bodies have it: "the Black Eagles"."""
    for run in runs(context):
        run = _past_owner(context, _past_adjectives(context, run))
        before, after = context.text.before(run.start), context.text.after(run.stop - 1)
        if not 2 <= len(run) <= 5 or before is None or before.lower != "the" or context.place_kind(run):
            continue
        modifies = after is not None and after.tag.startswith("NN") and not after.capital
        words = [context.words[i] for i in run]
        if (
            modifies
            or is_cut_off(context, run)
            or words[-1].possessive
            or words[-1].lower in context.lexicon.others.heads
        ):
            continue
        if context.is_title(words[-1]) or context.is_title(words[0]):
            continue
        if not context.is_modelled(run, *_NO_BODIES) and not any(w.initial for w in words):
            here = stands_in(context, run.start)
            yield Candidate(
                run.start, run.stop, "place" if here else "organization", "other" if here else None
            )


def _past_adjectives(context: Context, run: range) -> range:
    """A run of two or more with the nations' adjectives before it: "Latin American Press Defenders"."""
    first = run.start
    if has_person_words(context, run) and not is_thing(context, context.words[run.stop - 1]):
        return run
    while len(run) > 1 and first > max(run.start - _ADJECTIVES, 0) and context.joined(first):
        if not context.can_name(context.words[first - 1]):
            break
        first -= 1
    return range(first, run.stop)


def _past_owner(context: Context, run: range) -> range:
    """A run with what its plural owns: "Southern Farmers' Defenders"."""
    owned = context.text.word(run.stop)
    if owned is None or owned.gap not in ("' ", "’ ") or not context.can_name(owned):
        return run
    return range(run.start, context.run(run.stop).stop)
