"""Names by the list that they stand in: signatures under a statement, bodies and places side by side."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.counter_evidence import has_person_words
from pipeline.recognize.people.person_runs import runs
from pipeline.recognize.words.words import Word

_LONGEST_LINE = 14  # words of a line in a list of signatures
_INSIDE = (" ", "' ", "’ ", "'s ", "’s ", " & ", ". ")
_NAME_ENDS = frozenset(",;()–—-/:|")


def signature(context: Context) -> Iterator[Candidate]:
    """A line that only names something, beside lines that only name bodies: "Women Now" under a statement."""
    lines = [_name_of_line(context, *block) for block in context.text.blocks()]
    bodies = [_is_body(context, line) for line in lines]
    for number, line in enumerate(lines):
        if line is None or bodies[number] or not all(context.claims.free(i) for i in line):
            continue
        near = bodies[max(number - 2, 0) : number + 3]
        alone = len(line) == 1 and context.words[line.start].shouted
        placed = context.place_kind(line) is not None
        named = has_person_words(context, line) and context.place_kind(line[-1:]) != "country"
        if sum(near) >= 2 and not (alone or placed or named):
            yield Candidate(line.start, line.stop, "organization")


def _name_of_line(context: Context, first: int, stop: int) -> range | None:
    """The capitals that a short line begins with, where they are all of it or a mark follows them."""
    if stop - first > _LONGEST_LINE or not context.words[first].capital:
        return None
    end = first
    while end < stop and (end == first or context.words[end].gap in _INSIDE):
        if not _can_stand(context, context.words[end], end == first):
            return None
        end += 1
    if end < stop and not _NAME_ENDS & set(context.words[end].gap):
        return None
    marked = context.text.tail(stop - 1, 1) in (".", ":", "!", "?")
    return None if marked or not context.words[end - 1].capital else range(first, end)


def _can_stand(context: Context, word: Word, first: bool) -> bool:
    organizations = context.lexicon.organizations
    if word.text[:1].isupper() or word.text.isdigit():
        return not context.is_calendar(word)
    return not first and word.lower in organizations.links | organizations.inner | organizations.foreign_links


def _is_body(context: Context, line: range | None) -> bool:
    owner = context.claims.owner(line.start) if line else None
    return owner is not None and owner.kind == "organization"


def listed_body(context: Context) -> Iterator[Candidate]:
    """An unknown name in a list with bodies: "Amnesty International, Daleel and Front Line Defenders"."""
    for run in runs(context):
        if len(run) > 5 or context.place_kind(run) or has_person_words(context, run):
            continue
        if any(context.known.is_person_name(context.words[i].text) for i in run):
            continue
        sides = (_kind_before(context, run), _kind_after(context, run)).count("organization")
        if sides == 2 or (sides and not context.is_modelled(run, "PERSON", "GPE")):
            yield Candidate(run.start, run.stop, "organization")


def listed_place(context: Context) -> Iterator[Candidate]:
    """An unknown name in a list with a known place: "Lesbos and Chios", "Gori, Zugdidi and Batumi"."""
    for run in runs(context):
        if len(run) > 2 or any(context.known.is_person_name(context.words[i].text) for i in run):
            continue
        ends = context.text.tail(run.stop - 1, 1) in ("", ".", ",", ")", ";", "\n", " ")
        last = _kind_before(context, run) in ("city", "region") and ends
        listed = _kind_after(context, run) in ("city", "region")
        if last or (listed and not context.is_modelled(run, "PERSON")):
            yield Candidate(run.start, run.stop, "place", "other")


def _kind_before(context: Context, run: range) -> str | None:
    """What the name before a run is, where only a comma or "and" lies between: its kind, a place's own."""
    first = context.words[run.start]
    before = context.text.word(run.start - 1)
    if before is not None and first.gap == " " and before.lower in ("and", "or", "&"):
        if before.gap not in (" ", ", "):
            return None
        before = context.text.word(before.i - 1)
    elif first.gap != ", ":
        return None
    return _kind(context, before)


def _kind_after(context: Context, run: range) -> str | None:
    """The same of the name after a run."""
    after = context.text.word(run.stop)
    if after is not None and after.lower == "and" and after.gap in (" ", ", "):
        after = context.text.after(after.i)
    elif after is not None and after.gap != ", ":
        return None
    if after is not None and after.lower == "the":
        after = context.text.after(after.i)
    return _kind(context, after)


def _kind(context: Context, word: Word | None) -> str | None:
    owner = context.claims.owner(word.i) if word else None
    return (owner.place_kind or owner.kind) if owner else None
