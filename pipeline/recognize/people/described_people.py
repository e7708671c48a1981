"""People by an age or role after the name: "X, 34,", "X, a lawyer"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.counter_evidence import has_person_words
from pipeline.recognize.people.person_runs import person_at, runs


def described(context: Context) -> Iterator[Candidate]:
    """A name with an age or role after it: "Rudakov, 34,", "X (41)", "X, aged 17", "X, a lawyer"."""
    for run in runs(context):
        before = context.text.before(run.start)
        located = before is not None and before.lower in context.lexicon.places.strong_locative | {"at"}
        if located and not has_person_words(context, run):
            continue
        if not context.place_kind(run) and (_has_age(context, run.stop) or _has_role(context, run.stop)):
            yield from person_at(context, run.start)


def _has_age(context: Context, i: int) -> bool:
    after = context.text.word(i)
    if after is None or after.gap not in (", ", " (", " "):
        return False
    if after.lower in ("aged", "born"):
        return True
    if after.gap == " " or not after.text.isdigit() or len(after.text) > 2:
        return False
    closing = context.text.tail(after.i, 2)
    if after.gap == " (":
        return closing[:1] == ")"
    return closing[:1] in (",", ";") or closing in (".", ". ", ".\n")


def _has_role(context: Context, i: int) -> bool:
    people = context.lexicon.people
    for k in range(i, min(i + 6, len(context.words))):
        word = context.words[k]
        if word.gap != (", " if k == i else " "):
            return False
        if word.lower in people.roles or word.lower in people.kin:
            return True
        if word.lower in context.lexicon.organizations.kinds_before or word.lower in (
            "by",
            "in",
            "at",
            "with",
        ):
            return False
        if word.capital and not context.is_demonym(word):
            return False
    return False
