"""Names that are the page's own and no part of what it tells: bylines of posts, headers of mails."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.counter_evidence import has_person_words
from pipeline.recognize.words.words import Word

_LONGEST_BYLINE = 14  # words; a longer line that says who posted something is a sentence


def byline(context: Context) -> Iterator[Candidate]:
    """Who wrote or posted a page, where a full name says it: "By Tariq Durrani"; "by admin" is nobody."""
    for first, stop in context.text.blocks():
        if stop - first > _LONGEST_BYLINE:
            continue
        if _is_unsigned(context, first, stop):
            for i in range(first, stop):
                yield Candidate(i, i + 1, None)
        posted = context.words[first].lower in context.lexicon.others.posted
        for i in range(first, stop - 1):
            word = context.words[i]
            if word.lower != "by" or not (posted or word.opening or _follows_mark(word)):
                continue
            run = context.run(i + 1)
            if not run or not (_ends(context, run, stop)):
                continue
            named = len(run) > 1 and has_person_words(context, run) and not context.words[run.start].shouted
            if named:
                yield Candidate(i, i + 1, None)
                yield Candidate(run.start, run.stop, "person")
            elif posted:
                yield Candidate(run.start, run.stop, None)


def _is_unsigned(context: Context, first: int, stop: int) -> bool:
    """Whether all that a line says of its writer is what he is: "Agency Report", "Our Correspondent"."""
    words = {word.lower for word in context.words[first:stop]}
    return 2 <= stop - first <= 4 and words <= context.lexicon.others.unsigned


def _follows_mark(word: Word) -> bool:
    return word.gap.strip() in ("|", "-", "–", "—", "·", "•", "/") and word.gap != " "


def _ends(context: Context, run: range, stop: int) -> bool:
    """Whether a byline's name ends where its line does, or before a place or time."""
    if run.stop == stop:
        return True
    after = context.words[run.stop]
    return after.gap != " " or after.lower in ("on", "at", "in", "for")


def mail_header(context: Context) -> Iterator[Candidate]:
    """Field names of a mail, and all of a line with an address: 'From: "O. Baker" <ob@site.example>'."""
    for first, stop in context.text.blocks():
        word = context.words[first]
        if word.lower not in context.lexicon.others.mail_fields or context.text.tail(first, 1) != ":":
            continue
        yield Candidate(first, first + 1, None)
        end = context.words[stop - 1].end
        line = context.text.item.text[word.start : end]
        for i in range(first + 1, stop if "@" in line else first + 1):
            yield Candidate(i, i + 1, None)


def time_zone(context: Context) -> Iterator[Candidate]:
    """Capitals right after a time of day: "11:40 PKT"."""
    for word in context.free_words():
        before = context.text.before(word.i)
        if (
            before is None
            or not before.text.isdigit()
            or not word.shouted
            or context.words[before.i - 1].gap == "\n"
        ):
            continue
        if context.words[before.i].gap in (":", ".") and context.words[before.i - 1].text.isdigit():
            yield Candidate(word.i, word.i + 1, None)
