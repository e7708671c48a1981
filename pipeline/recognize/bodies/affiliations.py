"""Organisations by what they are said to be: "the newspaper X", "head of X", "X activist"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.bodies.body_spans import collective_run, is_person, past_of
from pipeline.recognize.bodies.left_edge import left_edge
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.words.words import Word


def part_of(context: Context) -> Iterator[Candidate]:
    """A name that one is a member, head or branch of: "chairperson of Dapamoha"."""
    for word in context.words:
        link = context.text.after(word.i)
        if link is None or not _is_part(context, word, link):
            continue
        after = context.text.after(link.i)
        if after and after.lower == "the":
            after = context.text.after(after.i)
        if (
            after is None
            or not context.can_name(after)
            or context.is_demonym(after)
            or context.is_title(after)
        ):
            continue
        if after.text in context.lexicon.organizations.plain_acronyms:
            continue
        if word.opening and after.lower in context.lexicon.people.portfolios:
            continue  # "Secretary of State"
        run = _up_to_person(context, context.person_run(after.i))
        if any(context.is_title(context.words[i]) for i in run):
            continue  # "office of the Prime Minister"
        stop = past_of(context, run)
        kind = context.place_kind(range(run.start, stop))
        listed = context.is_town(range(run.start, stop))
        doubtful = kind == "city" and after.text not in context.known.sure_cities
        if len(run) <= 5 and not is_person(context, run) and not listed and (kind is None or doubtful):
            yield Candidate(run.start, stop, "organization")


def _is_part(context: Context, word: Word, link: Word) -> bool:
    organizations = context.lexicon.organizations
    if word.capital and not word.opening:
        return False  # a title: "the Director of Public Prosecutions"
    if link.lower == "of":
        return word.lower in organizations.parts_of or word.lower in organizations.employed
    return link.lower in ("for", "with", "at") and word.lower in organizations.employed


def before_role(context: Context) -> Iterator[Candidate]:
    """An unknown name before a word for who belongs to it: "Abahlali branch", "Green Valley activist"."""
    suffixes = context.lexicon.people.surname_suffixes
    for word in context.words:
        if word.lower not in context.lexicon.organizations.before_roles or word.capital or word.gap != " ":
            continue
        first = left_edge(context, word.i)
        run = range(first, word.i)
        if not run or len(run) > 4 or context.place_kind(run) or is_person(context, run):
            continue
        words = [context.words[i] for i in run]
        if words[-1].possessive or any(context.is_demonym(w) or context.is_title(w) for w in words):
            continue
        if len(words) == 1 and context.known.is_ordinary(words[0].text):
            continue
        if all(w.text.isdigit() or context.is_calendar(w) for w in words):
            continue  # "On 28 March members"
        ends = len(words) > 1 and any(len(w.text) > 5 and w.lower.endswith(suffixes) for w in words)
        if not ends and not all(context.known.is_person_name(w.text) for w in words):
            yield Candidate(run.start, run.stop, "organization")


def _up_to_person(context: Context, run: range) -> range:
    """A run without the person named right after: "leader of Dapamoha Ales Vouk"."""
    for i in run[1:]:
        if context.known.is_given(context.words[i].text) and i + 1 < run.stop:
            return range(run.start, i)
    return run


def person_of(context: Context) -> Iterator[Candidate]:
    """A name that a person is of: "Chhim Sarath of Voice of Democracy"."""
    for word in context.text.among(("of",)):
        owner = context.claims.owner(word.i - 1) if word.gap == " " else None
        after = context.text.after(word.i)
        if after and after.lower == "the":
            after = context.text.after(after.i)
        if owner is None or owner.kind != "person" or after is None or not context.can_name(after):
            continue
        run = collective_run(context, after.i)
        placed = context.place_kind(run) or context.is_town(run)
        if not placed and not context.is_demonym(after) and not is_person(context, run):
            yield Candidate(run.start, past_of(context, run), "organization")
