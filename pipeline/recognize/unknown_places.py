"""Places that no list knows, by the words around them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.gazetteer_spans import past_particle
from pipeline.recognize.person_runs import runs


def road_to(context: Context) -> Iterator[Candidate]:
    """Where a road or journey leads: "on the road to Loikaw", "the bus to Homs"."""
    for word in context.text.among(context.lexicon.places.ways):
        link = context.text.after(word.i)
        if word.capital or link is None or link.lower != "to":
            continue
        after = context.text.after(link.i)
        if after is None or not context.can_name(after) or context.is_title(after):
            continue
        run = range(after.i, past_particle(context, context.run(after.i).stop))
        last = context.words[run.stop - 1]
        plain = context.known.is_ordinary(after.text) or last.lower in context.lexicon.organizations.heads
        if len(run) <= 5 and not plain and not after.shouted and not last.possessive:
            yield Candidate(run.start, run.stop, "place", context.place_kind(run) or "other")


def unknown_place(context: Context) -> Iterator[Candidate]:
    """Unknown capitals after "in", "near" or "at", and before "mine", "village", "camp": a place."""
    locative = context.lexicon.places.strong_locative | {"at", "off"}
    for run in runs(context):
        before, after = context.text.before(run.start), context.text.after(run.stop - 1)
        words = [context.words[i] for i in run]
        if len(run) > 3 or words[-1].possessive or any(word.shouted or word.initial for word in words):
            continue
        located = (
            before is not None
            and before.lower in locative
            and not (len(run) == 1 and context.known.is_given(words[0].text))
        )
        noun = after is not None and after.lower in context.lexicon.places.small_nouns
        articled = before is not None and before.lower == "the"
        named = len(run) > 1 and not articled and context.known.is_person_name(words[0].text)
        if located or (noun and not named and not words[0].opening):
            yield Candidate(run.start, run.stop, "place", context.place_kind(run) or "other")
