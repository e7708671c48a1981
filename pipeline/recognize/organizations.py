"""Organisations by their head noun and its chain, their quoted name, their acronym, or a list."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.people import person_run
from pipeline.recognize.quotes import quoted

_LONGEST = 24


def known_body(context: Context) -> Iterator[Candidate]:
    """A full name from the list of bodies that no head noun shows."""
    known = context.lexicon.organizations.known
    for word in context.words:
        if not word.capital or not context.claims.free(word.i):
            continue
        for stop in range(min(word.i + 6, len(context.words)), word.i, -1):
            span = range(word.i, stop)
            if context.text.slice(span) in known and _whole(context, span):
                yield Candidate(word.i, stop, "organization")
                break


def _whole(context: Context, span: range) -> bool:
    """Not part of a longer phrase with a head noun of its own, nor a head noun at an opening."""
    words = context.lexicon.organizations
    heads = words.heads - words.weak_heads
    first = context.words[span.start]
    following = context.text.after(span.stop - 1)
    if len(span) == 1 and first.lower in heads | words.weak_heads:
        chained = following and following.lower in ("of", "for")
        return not first.opening and not chained and _stands_alone(context, span)
    while following and context.can_name(following):
        if following.lower in heads and not first.shouted:
            return False
        following = context.text.after(following.i)
    return True


def _stands_alone(context: Context, span: range) -> bool:
    before, after = context.text.before(span.start), context.text.after(span.stop - 1)
    return not (before and context.can_name(before)) and not (after and context.can_name(after))


def head_noun(context: Context) -> Iterator[Candidate]:
    """A capital head noun with the capitals before it and its chain of of, for, on, against ... after it."""
    for word in context.words:
        if word.capital and word.lower in context.lexicon.organizations.heads and context.claims.free(word.i):
            candidate = _phrase(context, word.i)
            if candidate:
                yield candidate


def _phrase(context: Context, head: int) -> Candidate | None:
    last = _last_head(context, head)
    first = _leftmost(context, head)
    if (
        first == head
        and context.words[head].opening
        and context.words[head].lower in context.lexicon.organizations.weak_heads
    ):
        return None
    stop, closing = _name_after(context, last)
    if stop == last + 1:
        stop = _chain(context, last, first < head)
    if stop - first < 2 or stop - first > _LONGEST:
        return None
    if stop == last + 1 and _is_mere_modifier(context, range(first, head), context.words[last].lower):
        return None
    return Candidate(first, stop, "organization", closing=closing)


def _last_head(context: Context, head: int) -> int:
    """The last of head nouns in a row: "Committee Secretariat", "Press Centre"."""
    last = head
    while (
        (after := context.text.after(last))
        and after.capital
        and context.claims.free(after.i)
        and (after.lower in context.lexicon.organizations.heads)
    ):
        last = after.i
    return last


def _leftmost(context: Context, head: int) -> int:
    first = head
    while first > 0:
        word, before = context.words[first], context.words[first - 1]
        if _joins(context, first) and context.can_name(before) and not _is_role(context, before):
            first -= 1
        elif word.gap == " " and _bridges(context, first):
            first -= 2
        elif word.gap == " " and _crosses(context, first):
            first = context.text.before(first - 1).i  # type: ignore[union-attr]
        else:
            break
    return first


def _joins(context: Context, i: int) -> bool:
    word, before = context.words[i], context.words[i - 1]
    if word.gap in ("' ", "’ "):
        return before.lower.endswith("s")
    if before.possessive:
        return before.lower in context.lexicon.organizations.collective
    return word.gap in (" ", " & ") or (before.initial and word.gap == ". ")


def _bridges(context: Context, i: int) -> bool:
    """Whether "X and" before word i belongs to the name: "Truth and Reconciliation Commission"."""
    inner, left = context.text.before(i), context.text.before(i - 1)
    if (
        not inner
        or not left
        or inner.lower not in context.lexicon.organizations.inner
        or inner.lower == "the"
    ):
        return False
    if not context.can_name(left) or left.possessive or left.shouted or _is_role(context, left):
        return False
    if inner.lower not in ("and", "&"):
        return True
    article = context.text.before(left.i)
    if article and article.lower == "the":
        return True
    return left.text not in context.gazetteer and _model_spans(context, left.i, i)


def _crosses(context: Context, i: int) -> bool:
    """Whether "the X for" before word i belongs to the name: "the Library for All Society"."""
    link, left = context.text.before(i), context.text.before(i - 1)
    if not link or not left or link.lower != "for" or not context.can_name(left) or _is_role(context, left):
        return False
    article = context.text.before(left.i)
    return bool(article and article.lower == "the")


def _model_spans(context: Context, first: int, last: int) -> bool:
    start, end = context.words[first].start, context.words[last].end
    return any(
        e.label in ("ORG", "FAC", "LAW") and e.start <= start and end <= e.end for e in context.text.entities
    )


def _is_role(context: Context, word: object) -> bool:
    lower = getattr(word, "lower", "")
    return lower in context.lexicon.people.titles and lower not in (
        "justice",
        "general",
        "citizen",
        "sheriff",
        "governor",
    )


def _name_after(context: Context, head: int) -> tuple[int, int]:
    """The end of a name that follows its head: 'Centre “Steppe and Law”', "Human Rights Centre Viasna"."""
    if context.words[head].lower not in context.lexicon.organizations.named:
        return head + 1, 0
    for span, closing in quoted(context.text):
        if span.start == head + 1 and len(span) <= 8:
            return span.stop, closing
    after = context.text.after(head)
    if after and after.lower not in context.lexicon.others.demonyms and not _is_role(context, after):
        run = context.run(after.i)
        if (
            0 < len(run) <= 3
            and not context.place_kind(run)
            and after.lower not in context.lexicon.people.roles
        ):
            return run.stop, 0
    return head + 1, 0


def _chain(context: Context, head: int, modified: bool) -> int:
    """The end of the chain after a head noun."""
    stop, links = head + 1, 0
    while stop < len(context.words):
        step = _link(context, head, stop, links, modified)
        if step is None:
            break
        stop, links = step, links + 1
    return stop


def _link(context: Context, head: int, i: int, links: int, modified: bool) -> int | None:
    words = context.lexicon.organizations
    link = context.words[i]
    if link.gap != " " or context.words[i - 1].possessive:
        return None
    if link.lower in ("and", "&") and links and not link.capital:
        run = context.run(i + 1)
        return run.stop if run and context.joined(i + 1) and _continues(context, run) else None
    if link.lower not in (context.lexicon.organizations.first_links if not links else words.links):
        return None
    start = i + 1
    while (
        start < len(context.words)
        and context.words[start].lower in ("the", "all")
        and context.words[start].gap == " "
    ):
        start += 1
    if start >= len(context.words) or context.words[start].gap != " ":
        return None
    run = context.run(start)
    if not run or _is_role(context, context.words[start]):
        return None
    place = context.place_kind(run)
    if link.lower in ("in", "from", "to") and links:
        topical = context.words[i - 1].lower in words.topics
        return run.stop if topical and place in ("country", "region") else None
    if place and link.lower == "of" and context.words[head].lower in words.located and (modified or links):
        return None
    return run.stop


def _continues(context: Context, run: range) -> bool:
    """After "and": more of the same name, not another body, person or place."""
    text = context.text.slice(run)
    heads = context.lexicon.organizations.heads
    if (
        context.place_kind(run)
        or context.words[run.start].shouted
        or text in context.lexicon.organizations.known
    ):
        return False
    if any(context.words[i].lower in heads for i in run):
        return False
    return context.words[run.start].text not in context.given_names or context.words[run.start].lower in (
        context.lexicon.organizations.topics
    )


def _is_mere_modifier(context: Context, modifiers: range, head: str) -> bool:
    """ "Berlin Office", "OSCE Mission", "Belarusian Project": a part of something, named by where it is."""
    if head not in context.lexicon.organizations.weak_heads:
        return False
    words = [context.words[i] for i in modifiers]
    return bool(context.place_kind(modifiers)) or all(
        w.lower in context.lexicon.others.demonyms or w.shouted for w in words
    )


def quoted_name(context: Context) -> Iterator[Candidate]:
    """A name in quotation marks after or before what it is: 'the newspaper "X"', '"X" organisation'."""
    words = context.lexicon.organizations
    for span, _ in quoted(context.text):
        if len(span) > 7 or not context.words[span.start].text[:1].isupper():
            continue
        kind = context.text.word(span.start - 1)
        after = context.text.word(span.stop)
        opening = context.words[span.start].gap
        named = (
            kind and opening[:1] == " " and opening.strip() in _OPENINGS and kind.lower in words.kinds_before
        )
        follows = after and len(after.gap) == 2 and after.gap[1] == " " and after.lower in words.kinds_before
        if named or (follows and not _after_work(context, span)) or context.text.slice(span) in words.known:
            yield Candidate(span.start, span.stop, "organization")


_OPENINGS = frozenset(["“", '"', "„", "«", "‘", "'"])


def _after_work(context: Context, span: range) -> bool:
    before = context.text.word(span.start - 1)
    return bool(before and before.lower in context.lexicon.others.quoted_works)


def named_kind(context: Context) -> Iterator[Candidate]:
    """A name after a lower-case word for what it is: "the news site Belarus Tide", "movement Zubr"."""
    for word in context.words:
        if word.capital or word.lower not in context.lexicon.organizations.bare_kinds:
            continue
        after = context.text.after(word.i)
        if after is None or not context.can_name(after) or after.lower in context.lexicon.others.demonyms:
            continue
        run = context.run(after.i)
        if len(run) <= 4 and not _starts_person(context, run):
            yield Candidate(run.start, run.stop, "organization")


def part_of(context: Context) -> Iterator[Candidate]:
    """A name that one is a member, head or branch of: "chairperson of Padtrymka"."""
    for word in context.words:
        if word.lower not in context.lexicon.organizations.parts_of:
            continue
        link = context.text.after(word.i)
        after = link and context.text.after(link.i)
        if link is None or link.lower != "of" or after is None or not context.can_name(after):
            continue
        run = person_run(context, after.i)
        known = context.place_kind(run) or after.lower in context.lexicon.others.demonyms
        if not known and len(run) <= 5 and not _starts_person(context, run) and not _is_role(context, after):
            yield Candidate(run.start, run.stop, "organization")


def _starts_person(context: Context, run: range) -> bool:
    first = context.words[run.start]
    return len(run) > 1 and (first.text in context.given_names or _is_role(context, first))


def acronym(context: Context) -> Iterator[Candidate]:
    """An acronym in brackets after a name that its letters fit, and its other mentions in the item."""
    found = {
        word.text
        for word in context.words
        if word.shouted
        and word.gap == " ("
        and context.text.tail(word.i, 1) == ")"
        and _is_body(context, word.i - 1)
    }
    for word in context.words:
        if word.text in found and context.claims.free(word.i):
            yield Candidate(word.i, word.i + 1, "organization")


def _is_body(context: Context, i: int) -> bool:
    owner = context.claims.owner(i)
    return owner is not None and owner.kind == "organization"
