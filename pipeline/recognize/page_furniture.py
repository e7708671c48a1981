"""Names that are the page's own and no part of what it tells: bylines of posts, headers of mails."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context

_LONGEST_BYLINE = 14  # words; a longer line that says who posted something is a sentence


def byline(context: Context) -> Iterator[Candidate]:
    """Who posted a page: "Posted on May 4, 2013 by Omar", "Submitted by admin on Fri, 03/07/2014"."""
    for first, stop in _blocks(context):
        opener = context.words[first]
        if stop - first > _LONGEST_BYLINE or opener.lower not in context.lexicon.others.posted:
            continue
        for i in range(first + 1, stop - 1):
            run = context.run(i + 1) if context.words[i].lower == "by" else range(0)
            if run and (run.stop == stop or context.words[run.stop].lower in ("on", "at", "in")):
                yield Candidate(run.start, run.stop, None)


def mail_header(context: Context) -> Iterator[Candidate]:
    """Field names of a mail, and all of a line with an address: 'From: "O. Baker" <ob@site.example>'."""
    for first, stop in _blocks(context):
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
            or not word.shouted
            or not before.text.isdigit()
            or context.words[before.i - 1].gap == "\n"
        ):
            continue
        if context.words[before.i].gap in (":", ".") and context.words[before.i - 1].text.isdigit():
            yield Candidate(word.i, word.i + 1, None)


def _blocks(context: Context) -> Iterator[tuple[int, int]]:
    """First and past-last word of each block."""
    starts = [word.i for word in context.words if word.gap == "\n" or word.i == 0]
    yield from pairwise([*starts, len(context.words)])
