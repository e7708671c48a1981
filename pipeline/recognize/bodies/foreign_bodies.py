"""Organisations named in other languages by a head noun, first or last."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.lexica.foreign_words import is_foreign_word
from pipeline.recognize.words.quotes import quoted_at
from pipeline.recognize.words.words import Word

_LONGEST = 24
_LONGEST_BEFORE_TAIL = 6
_LONGEST_QUOTED = 6
_ARTICLES = ("La", "Le", "Les", "Los", "Las", "El", "Il", "Al")
_ENGLISH = ("and", "of", "for", "in", "a", "i", "o", "on", "to")


def foreign_head(context: Context) -> Iterator[Candidate]:
    """A head noun and what follows it: "Comité de Familiares", "La Voix du Congo", "Yayasan Harapan"."""
    for word in context.free_names():
        if word.lower not in context.lexicon.organizations.foreign_heads:
            continue
        stop = _end(context, word.i + 1)
        if quotation := _quoted_name(context, stop):
            yield Candidate(word.i, quotation[0].stop, "organization", closing=quotation[1])
            continue
        if stop == word.i + 1:
            stop = _small_end(context, stop)
        if stop > word.i + 1 and not _is_else(context, word, stop):
            housed = word.lower in context.lexicon.organizations.foreign_housed and _is_at(context, word.i)
            kind = ("place", "other") if housed else ("organization", None)
            yield Candidate(_past_article(context, word.i), stop, *kind)


def _is_else(context: Context, head: Word, stop: int) -> bool:
    """Whether a head noun opens an English name, one with its noun last, or a place's."""
    organizations, run = context.lexicon.organizations, range(head.i, stop)
    if head.lower in organizations.foreign_english and not _is_linked(context, head.i, stop):
        return True
    if _is_english_body(context, head, stop) or context.place_kind(run) is not None:
        return True
    if any(context.words[i].lower in organizations.foreign_tails for i in run[1:]):
        return True  # "Mazdoor Samiti"
    link = context.text.word(stop)
    if link is None or not _is_english(context, run):
        return False
    owned = link.capital and link.gap in ("' ", "’ ")
    return owned or link.lower in ("of", "for", "on")  # "Radio Workers' Union", "Radio Voice of the Ridge"


def _is_at(context: Context, i: int) -> bool:
    """Whether something is in or at word i, an article passed over."""
    before = context.text.before(i)
    if before is not None and before.lower == "the":
        before = context.text.before(before.i)
    return before is not None and before.lower in context.lexicon.places.strong_locative | {"at", "inside"}


def _past_article(context: Context, i: int) -> int:
    """The article of the head noun's own language that stands before word i with a capital."""
    article = context.text.before(i)
    named = article is not None and article.text in _ARTICLES and context.claims.free(i - 1)
    return i - 1 if named else i


def _quoted_name(context: Context, i: int) -> tuple[range, int] | None:
    """A short quotation with a capital right after a head noun, as in `quotes.quoted`."""
    quotation, first = quoted_at(context.text, i), context.text.word(i)
    if quotation is None or first is None or len(first.gap) != 2 or first.gap[0] != " ":
        return None
    fits = len(quotation[0]) <= _LONGEST_QUOTED and first.text[:1].isupper() and quotation[0].start == i
    return quotation if fits else None


def _is_english_body(context: Context, head: Word, stop: int) -> bool:
    """Whether a head noun that English has too stands before another one: "Andean Radio Union"."""
    heads = context.lexicon.organizations.heads
    last = context.words[stop - 1].lower
    return stop > head.i + 1 and head.lower in heads and last in heads


def _end(context: Context, i: int) -> int:
    """The end of the capitals and links from word i on."""
    stop = i
    while stop < min(len(context.words), i + _LONGEST) and context.words[stop].gap == " ":
        if not context.can_name(context.words[stop]) and not _is_link(context, stop):
            break
        stop += 1
    return stop


def _is_linked(context: Context, first: int, stop: int) -> bool:
    """Whether a link of another language stands inside a name that may be English."""
    return any(
        _is_link(context, i) and context.words[i].lower not in _ENGLISH for i in range(first + 1, stop)
    )


def _is_english(context: Context, run: range) -> bool:
    return context.known.is_ordinary(context.words[run.stop - 1].text)


def _small_end(context: Context, i: int) -> int:
    """The end of links and ordinary words of another language from word i on: "contre l'impunité"."""
    stop = i
    while stop < min(len(context.words), i + 5) and context.words[stop].gap == " ":
        word = context.words[stop]
        if word.capital or not (
            word.lower in context.lexicon.organizations.foreign_links or _is_small(word.text)
        ):
            break
        stop += 1
    linked = stop - i > 1 and context.words[i].lower in context.lexicon.organizations.foreign_links
    return stop if linked and _is_small(context.words[stop - 1].text) else i


def _is_small(text: str) -> bool:
    return is_foreign_word(text.replace("’", "'").rpartition("'")[2])


def small_tail(context: Context) -> Iterator[Candidate]:
    """A newspaper whose last word is written small: "Zrenjaninske novosti"."""
    for word in context.free_words():
        before = context.text.before(word.i)
        small = word.lower in context.lexicon.organizations.small_tails and not word.capital
        if not small or before is None or not context.can_name(before):
            continue
        if not context.is_demonym(before) and not before.possessive:
            yield Candidate(before.i, word.i + 1, "organization")


def _is_link(context: Context, i: int) -> bool:
    """Whether word i is a link that leads on to a capital: "de la", "za"."""
    links = context.lexicon.organizations.foreign_links
    link = context.text.word(i)
    if link is None or link.lower not in links or link.capital:
        return False
    for following in context.words[i + 1 : i + 3]:
        if following.gap != " ":
            return False
        if context.can_name(following):
            return True
        if following.lower not in links:
            return False
    return False


def foreign_tail(context: Context) -> Iterator[Candidate]:
    """A head noun and what stands before it: "İnsan Hakları Derneği", "Kisan Sabha"."""
    for word in context.free_names():
        if word.lower not in context.lexicon.organizations.foreign_tails or not context.can_name(word):
            continue
        first = word.i
        while first > 0 and word.i - first < _LONGEST_BEFORE_TAIL and context.joined(first):
            before = context.words[first - 1]
            opens = before.opening and before.capital and before.lower not in context.lexicon.others.openers
            if (
                not (context.can_name(before) or opens)
                or not context.claims.free(before.i)
                or context.is_title(before)
            ):
                break
            first -= 1
        if first < word.i:
            yield Candidate(first, word.i + 1, "organization")
