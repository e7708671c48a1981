"""Organisations by the word for what they are beside their name: "the newspaper X", "the X website"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.body_spans import is_person, past_of
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.left_edge import left_edge
from pipeline.recognize.words import Word


def named_kind(context: Context) -> Iterator[Candidate]:
    """A name after a word for what it is: "the news site Belarus Compass", "NGO Golos"."""
    for word in context.words:
        if word.lower not in context.lexicon.organizations.bare_kinds or (word.capital and not word.shouted):
            continue
        after = context.text.after(word.i) or _apposed(context, word)
        if after is None or not context.can_name(after) or context.is_demonym(after):
            continue
        run = context.run(after.i)
        person = is_person(context, run) and not _is_medium(context, word)
        if len(run) <= 4 and not person and context.place_kind(run) != "country":
            yield Candidate(run.start, past_of(context, run), "organization")
    yield from _kind_after(context)


def _apposed(context: Context, word: Word) -> Word | None:
    """The name between commas after what somebody owns: "his party, Republican Choice, will"."""
    owner, after = context.text.before(word.i), context.text.after(word.i, ", ")
    if owner is None or not owner.tag.startswith("PRP$") or after is None or not after.capital:
        return None
    return after if context.text.tail(context.run(after.i).stop - 1, 1) in (",", ".", ";") else None


def _is_medium(context: Context, word: Word) -> bool:
    """Whether a noun with an article is a medium, so that its name follows and no person's: "the daily X"."""
    before = context.text.before(word.i)
    determined = before is not None and (
        before.tag.startswith(("DT", "JJ", "PRP$")) or context.is_demonym(before)
    )
    return determined and word.lower in context.lexicon.organizations.media


def _kind_after(context: Context) -> Iterator[Candidate]:
    """A name between "the" and a word for what it is: "the Novosti Aziya website"."""
    for word in context.words:
        if word.lower not in context.lexicon.organizations.kinds_after or word.capital or word.gap != " ":
            continue
        first = left_edge(context, word.i)
        before, run = context.text.before(first), range(first, word.i)
        if not run or before is None or before.lower != "the" or is_person(context, run):
            continue
        if not context.place_kind(run) and not any(context.is_demonym(context.words[i]) for i in run):
            yield Candidate(first, word.i, "organization")


def told(context: Context) -> Iterator[Candidate]:
    """A single unknown name that somebody told something: a newspaper or agency."""
    for word in context.text.among(("told", "telling")):
        after = context.text.after(word.i)
        if after is None or not context.can_name(after):
            continue
        run = context.run(after.i)
        person = any(context.known.is_person_name(context.words[i].text) for i in run)
        if len(run) == 1 and not person and not context.is_demonym(after) and not context.place_kind(run):
            yield Candidate(run.start, run.stop, "organization")


def source_line(context: Context) -> Iterator[Candidate]:
    """What a line gives as its source: "Source: Golha Post, 3 May"."""
    for word in context.text.among(("source", "sources")):
        after = context.text.after(word.i, ": ")
        if not word.opening or after is None:
            continue
        if not context.can_name(after) or context.is_title(after):
            continue
        run = context.run(after.i)
        if len(run) <= 5 and not context.place_kind(run) and not context.known.is_given(after.text):
            yield Candidate(run.start, run.stop, "organization")
