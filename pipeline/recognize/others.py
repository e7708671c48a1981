"""Capitalised phrases that are no person, organisation or place: prizes, laws, holidays, titles of works."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.bodies.left_edge import left_edge
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.counter_evidence import borne, is_brought_to
from pipeline.recognize.words.quotes import quoted
from pipeline.recognize.words.words import Word

_PRIZES = ("prize", "award", "medal", "scholarship", "trophy", "fellowship")
_LONGEST_FEAST = 3  # words


def no_name(context: Context) -> Iterator[Candidate]:
    """A prize, law, holiday or the like, with the capitals before it and its "of", "on", "for" chain."""
    for word in context.text.names:
        if word.lower not in context.lexicon.others.heads or not context.can_name(word):
            continue
        first = left_edge(context, word.i)
        stop = _chain(context, word.i)
        if stop - first > 1:
            yield Candidate(first, stop, None)


def counted(context: Context) -> Iterator[Candidate]:
    """People tried or held together, and a holy day: "the Kampala Five", "Palm Sunday"."""
    others, organizations = context.lexicon.others, context.lexicon.organizations
    for word in context.text.among(others.counts | others.weekdays):
        before = context.text.before(word.i)
        if not word.capital or before is None or not context.can_name(before):
            continue
        if word.lower in others.weekdays:
            if before.lower in others.feast_words:
                yield Candidate(before.i, word.i, None)
        elif context.can_name(word) and before.lower not in organizations.named | organizations.numbered:
            article = context.text.before(left_edge(context, before.i))
            if article is not None and article.lower in ("the", "these", "those", "free"):
                yield Candidate(left_edge(context, before.i), word.i + 1, None)


def feast(context: Context) -> Iterator[Candidate]:
    """A feast, fast or custom by its own name, the longest first: "Loy Krathong", "Eid al-Fitr"."""
    feasts = context.lexicon.others.feasts
    for word in context.text.names:
        for stop in range(min(word.i + _LONGEST_FEAST, len(context.words)), word.i, -1):
            span = range(word.i, stop)
            if len(span) == 1 and context.known.is_given(word.text):
                continue  # "Ramazan"
            if context.words[stop - 1].block == word.block and context.text.slice(span).lower() in feasts:
                yield Candidate(word.i, stop, None)
                break


def people_alone(context: Context) -> Iterator[Candidate]:
    """A people, where no name runs on with it and nobody of the item bears it: "Kaiowá", "a Tembé patrol"."""
    bearers = borne(context)
    for word in context.text.names:
        if word.lower not in context.lexicon.others.peoples or not context.can_name(word):
            continue
        span = range(word.i, word.i + 1)
        beside = context.text.before(word.i), context.text.after(word.i)
        named = any(
            w is not None and w.capital and not context.is_demonym(w) and not w.opening for w in beside
        )
        if named or word.lower in bearers or context.place_kind(span) or context.known.is_given(word.text):
            continue
        if not is_brought_to(context, span):
            yield Candidate(word.i, word.i + 1, None)


def unnamed(context: Context) -> Iterator[Candidate]:
    """Somebody whose name is not known or told: "two John Does", "Jane Doe"."""
    for word in context.text.names:
        before = context.text.before(word.i) if word.lower in ("doe", "does", "roe", "roes") else None
        if before is None:
            continue
        if before.lower in ("john", "jane", "baby", "richard") and context.claims.free(before.i):
            yield Candidate(before.i, word.i + 1, None)


def awarded(context: Context) -> Iterator[Candidate]:
    """What somebody won or was given, with an article: "she received the Silver Wheel"."""
    others = context.lexicon.others
    for word in context.text.names:
        article = context.text.before(word.i)
        if article is None or article.lower not in others.owners or not context.can_name(word):
            continue
        if context.place_kind(context.run(word.i)) or context.text.tail(word.i, 1) == "-":
            continue
        verbs = set()
        for i in range(article.i - 1, max(article.i - 4, -1), -1):
            if context.words[i + 1].gap != " ":
                break
            verbs.add(context.words[i].lower)
        if verbs & others.winning or _is_prize(context, article):
            yield Candidate(word.i, _chain(context, context.run(word.i).stop - 1), None)


def _is_prize(context: Context, article: Word) -> bool:
    """Whether a prize is named between commas: "their prize, the Golden Heron"."""
    prize = context.text.before(article.i, ", ")
    return prize is not None and prize.lower in _PRIZES


def _chain(context: Context, head: int) -> int:
    stop = head + 1
    while (
        stop + 1 < len(context.words)
        and context.words[stop].lower in context.lexicon.others.links
        and context.words[stop].gap == " "
    ):
        start = stop + 1
        if context.words[start].lower == "the" and start + 1 < len(context.words):
            start += 1
        run = context.run(start)
        if not run or context.words[start].gap != " " or context.place_kind(run):
            break
        stop = run.stop
        link = context.text.after(stop - 1)
        more = context.run(link.i + 1) if link and link.lower in ("and", "&") else range(0)
        if more and context.known.is_ordinary(context.words[more.start].text):
            stop = more.stop  # "Law on Electronic Information and Transactions"
    return stop


def quoted_work(context: Context) -> Iterator[Candidate]:
    """What a poster says, or an exhibition, book or film is called; long quotations are left to be read."""
    for span, _ in quoted(context.text):
        before = context.text.word(span.start - 1)
        if before is None or before.block != context.words[span.start].block or len(span) > 5:
            continue
        if before.lower in context.lexicon.others.quoted_works and not _names(context, span):
            yield Candidate(span.start, span.stop, None)


def _names(context: Context, span: range) -> bool:
    return bool(context.place_kind(span)) or context.text.slice(span) in context.lexicon.organizations.known
