"""Organisations by their head noun: "Sormovo District Court", "Committee for Fair Detention"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.quotes import quoted_at
from pipeline.recognize.words import Word

_LONGEST = 24


def head_noun(context: Context) -> Iterator[Candidate]:
    """A capital head noun with the capitals before it and its chain of of, for, on, against ... after it."""
    organizations = context.lexicon.organizations
    for word in context.free_words():
        if not word.capital or word.lower not in organizations.heads or _locates(context, word):
            continue
        candidate = _phrase(context, word)
        if candidate:
            yield candidate


def _locates(context: Context, word: Word) -> bool:
    """A library, theatre or club with "at the" before it is a building here; see place_noun."""
    return word.lower in context.lexicon.places.buildings and stands_in(context, left_edge(context, word.i))


def stands_in(context: Context, i: int) -> bool:
    """Whether a locative preposition stands before word i, an article passed over."""
    before = context.text.before(i)
    if before and before.lower in ("the", "a", "an"):
        before = context.text.before(before.i)
    return before is not None and before.lower in context.lexicon.places.locative


def _phrase(context: Context, head: Word) -> Candidate | None:
    organizations = context.lexicon.organizations
    last = _last_head(context, head.i)
    first = left_edge(context, head.i)
    if first == head.i and head.opening and head.lower in organizations.weak_heads:
        return None
    stop, closing = _name_after(context, last)
    if stop == last + 1:
        stop = chain_end(context, last, modified=first < head.i)
    if not 2 <= stop - first <= _LONGEST:
        return None
    if _is_of_no_body(context, stop):
        return None
    if stop == last + 1 and _is_mere_modifier(context, range(first, head.i), context.words[last].lower):
        return None
    return Candidate(first, stop, "organization", closing=closing)


def _is_of_no_body(context: Context, stop: int) -> bool:
    """Whether a prize, law or day follows whose name the phrase is part of: "Peaceful Assembly Law"."""
    no_body = context.lexicon.others.heads - context.lexicon.organizations.heads
    after = context.text.after(stop - 1)
    run = context.run(stop) if after else range(0)
    return any(context.words[i].lower in no_body for i in run)


def _last_head(context: Context, head: int) -> int:
    """The last of head nouns in a row: "Press Centre", "Library Society"."""
    last = head
    while (
        last - head < _LONGEST
        and (after := context.text.after(last))
        and after.lower in context.lexicon.organizations.heads
    ):
        if not after.capital or not context.claims.free(after.i):
            break
        last = after.i
    return last


def left_edge(context: Context, head: int) -> int:
    """The first word of the capitals before a head noun that belong to it."""
    first = head
    while first > 0 and head - first < _LONGEST:
        word, before = context.words[first], context.words[first - 1]
        if _joins(context, word, before) and _can_lead(context, before) and not _is_role(context, before):
            first -= 1
        elif word.gap == " " and (left := _over_link(context, first)) is not None:
            first = left
        else:
            break
    return first


def _can_lead(context: Context, word: Word) -> bool:
    """Whether a word can be the first of a body's name, also where it opens the sentence: "Trade Union"."""
    ordinal = word.text[:1].isdigit() and word.lower.endswith(("st", "nd", "rd", "th"))
    if context.can_name(word) or (ordinal and context.claims.free(word.i)):
        return True
    compound = word.lower in context.lexicon.organizations.compound_openers
    return compound and word.capital and word.opening and context.claims.free(word.i)


def _joins(context: Context, word: Word, before: Word) -> bool:
    if word.gap in ("' ", "’ "):
        return before.lower.endswith("s")
    if before.possessive:
        return before.lower in context.lexicon.organizations.collective
    dotted = before.initial or before.text in context.lexicon.places.dotted
    return word.gap in (" ", " & ") or (dotted and word.gap == ". ")


def _over_link(context: Context, i: int) -> int | None:
    """The word before "and" or "for" where that is of the name: "Truth and Dignity Commission"."""
    link, left = context.text.before(i), context.text.before(i - 1)
    if not link or not left or not context.can_name(left) or left.possessive or _is_role(context, left):
        return None
    article = context.text.before(left.i)
    articled = article is not None and article.lower == "the"
    if link.lower == "for":
        return left.i if articled else None
    if link.lower == "of":
        return left.i if left.lower in context.lexicon.organizations.people else None
    if link.lower not in context.lexicon.organizations.inner - {"the", "a"} or left.shouted:
        return None
    if link.lower not in ("and", "&") or articled or context.known.is_ordinary(left.text):
        return left.i
    return (
        left.i
        if not context.place_kind(range(left.i, left.i + 1))
        and context.is_modelled(range(left.i, i + 1), "ORG")
        else None
    )


def _is_role(context: Context, word: Word) -> bool:
    organizations = context.lexicon.organizations
    if word.possessive and word.lower in organizations.collective:
        return False
    return word.lower in context.lexicon.people.titles and word.lower not in organizations.adjective_titles


def _name_after(context: Context, head: int) -> tuple[int, int]:
    """The end of a name that follows its head: 'Centre “Steppe and Law”', "Human Rights Centre Viasna"."""
    if context.words[head].lower not in context.lexicon.organizations.named:
        return head + 1, 0
    quotation = quoted_at(context.text, head + 1) if head + 1 < len(context.words) else None
    if quotation and quotation[0].start == head + 1 and len(quotation[0]) <= 8:
        return quotation[0].stop, quotation[1]
    after = context.text.after(head)
    if after and not context.is_demonym(after) and not context.is_title(after):
        run = context.run(after.i)
        if 0 < len(run) <= 3 and not context.place_kind(run):
            return run.stop, 0
    return head + 1, 0


def chain_end(context: Context, head: int, modified: bool) -> int:
    """The end of the chain after a head noun."""
    stop, links = head + 1, 0
    while stop < len(context.words) and stop - head < _LONGEST:
        step = _link(context, head, stop, links, modified)
        if step is None:
            break
        stop, links = step, links + 1
    return stop


def _link(context: Context, head: int, i: int, links: int, modified: bool) -> int | None:
    """The end of the next link of a chain, which begins at word i; None where the chain ends."""
    organizations = context.lexicon.organizations
    link = context.words[i]
    if link.gap != " " or context.words[i - 1].possessive or link.capital:
        return None
    if link.lower in ("and", "&"):
        run = chain_run(context, i + 1)
        return run.stop if links and run and _continues(context, run) else None
    if link.lower not in (organizations.links if links else organizations.first_links):
        return None
    run = chain_run(context, past_article(context, i + 1))
    if not run or _is_role(context, context.words[run.start]):
        return None
    place = context.place_kind(run)
    if link.lower in ("in", "from", "to") and links:
        before = context.words[i - 1]
        topical = before.lower in organizations.topics or context.is_demonym(before)
        return run.stop if topical and place != "city" else None
    if (
        place
        and link.lower == "of"
        and context.words[head].lower in organizations.located
        and (modified or links)
    ):
        return None
    return run.stop


def past_article(context: Context, i: int) -> int:
    while i < len(context.words) and context.words[i].gap == " " and context.words[i].lower in ("the", "all"):
        i += 1
    return i


def chain_run(context: Context, i: int) -> range:
    """Capitals from word i, a plural possessive inside: "Peoples' Rights"."""
    if i >= len(context.words) or context.words[i].gap != " ":
        return range(i, i)
    run = context.run(i)
    while run and run.stop < len(context.words) and context.can_name(context.words[run.stop]):
        if not _joins(context, context.words[run.stop], context.words[run.stop - 1]):
            break
        run = range(i, context.run(run.stop).stop)
    return run


def _continues(context: Context, run: range) -> bool:
    """After "and": more of the same name, not another body, person or place."""
    organizations, words = context.lexicon.organizations, [context.words[i] for i in run]
    if context.place_kind(run) or words[0].shouted or context.text.slice(run) in organizations.known:
        return False
    if any(word.lower in organizations.heads for word in words):
        return False
    return words[0].lower in organizations.topics or not context.known.is_given(words[0].text)


def _is_mere_modifier(context: Context, modifiers: range, head: str) -> bool:
    """ "Berlin Office", "OSCE Mission", "Belarusian Project": a part of something, named by where it is."""
    if head not in context.lexicon.organizations.weak_heads:
        return False
    words = [context.words[i] for i in modifiers]
    return bool(context.place_kind(modifiers)) or all(context.is_demonym(w) or w.shouted for w in words)
