"""Organisations by what they are said to be: "the newspaper X", "head of X", "X activist"."""

from __future__ import annotations

from collections.abc import Iterator

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
        person = _is_person(context, run) and not _is_medium(context, word)
        if len(run) <= 4 and not person and context.place_kind(run) != "country":
            yield Candidate(run.start, _past_of(context, run), "organization")
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
        if not run or before is None or before.lower != "the" or _is_person(context, run):
            continue
        if not context.place_kind(run) and not any(context.is_demonym(context.words[i]) for i in run):
            yield Candidate(first, word.i, "organization")


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
        run = _up_to_person(context, context.person_run(after.i))
        stop = _past_of(context, run)
        kind = context.place_kind(range(run.start, stop))
        doubtful = kind == "city" and after.text not in context.known.sure_cities
        if len(run) <= 5 and not _is_person(context, run) and (kind is None or doubtful):
            yield Candidate(run.start, stop, "organization")


def _is_part(context: Context, word: Word, link: Word) -> bool:
    organizations = context.lexicon.organizations
    if word.capital and not word.opening:
        return False  # a title: "the Director of Public Prosecutions"
    if link.lower == "of":
        return word.lower in organizations.parts_of | organizations.employed
    return link.lower in ("for", "with", "at") and word.lower in organizations.employed


def before_role(context: Context) -> Iterator[Candidate]:
    """An unknown name before a word for who belongs to it: "Abahlali branch", "Green Valley activist"."""
    suffixes = context.lexicon.people.surname_suffixes
    for word in context.words:
        if word.lower not in context.lexicon.organizations.before_roles or word.capital or word.gap != " ":
            continue
        first = left_edge(context, word.i)
        run = range(first, word.i)
        if not run or len(run) > 4 or context.place_kind(run) or _is_person(context, run):
            continue
        words = [context.words[i] for i in run]
        if words[-1].possessive or any(context.is_demonym(w) or context.is_title(w) for w in words):
            continue
        if len(words) == 1 and context.known.is_ordinary(words[0].text):
            continue
        ends = len(words) > 1 and any(len(w.text) > 5 and w.lower.endswith(suffixes) for w in words)
        if not ends and not all(context.known.is_person_name(w.text) for w in words):
            yield Candidate(run.start, run.stop, "organization")


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


def _up_to_person(context: Context, run: range) -> range:
    """A run without the person named right after: "leader of Dapamoha Ales Vouk"."""
    for i in run[1:]:
        if context.known.is_given(context.words[i].text) and i + 1 < run.stop:
            return range(run.start, i)
    return run


def _past_of(context: Context, run: range) -> int:
    """The end of what hangs on a name by a link: "Spring of Hope", "Mreža za Promjene"."""
    organizations = context.lexicon.organizations
    link = context.text.after(run.stop - 1)
    after = context.text.after(link.i) if link and not link.capital else None
    if after and link and after.lower == "the" and link.lower in ("of", "for"):
        after = context.text.after(after.i)
    if link is None or after is None or not context.can_name(after):
        return run.stop
    if link.lower in organizations.foreign_links - {"and", "of", "for", "in", "a", "i", "o", "e", "y", "en"}:
        return context.run(after.i).stop
    if link.lower not in ("of", "for"):
        return run.stop
    ordinary = any(context.known.is_ordinary(word.text) for word in (after, context.words[run.stop - 1]))
    return context.run(after.i).stop if ordinary else run.stop


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
        if not context.place_kind(run) and not context.is_demonym(after) and not _is_person(context, run):
            yield Candidate(run.start, _past_of(context, run), "organization")


def collective_run(context: Context, i: int) -> range:
    """Capitals from word i, past a people's possessive: "Women's Press Bench"."""
    run = context.run(i)
    word, following = context.words[run.stop - 1], context.text.word(run.stop)
    if (
        word.possessive
        and word.lower in context.lexicon.organizations.collective
        and context.can_name(following)
    ):
        return range(i, context.run(run.stop).stop)
    return run


def _is_person(context: Context, run: range) -> bool:
    first = context.words[run.start]
    return (
        len(run) > 1
        and (context.known.is_given(first.text) or context.is_title(first))
        and not any(context.known.is_ordinary(context.words[i].text) for i in run)
    )
