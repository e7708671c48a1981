"""Organisations named in other languages: by a head noun first or last, or by ordinary words of theirs."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.counter_evidence import is_brought_to
from pipeline.recognize.foreign_words import is_foreign_word
from pipeline.recognize.head_nouns import stands_in
from pipeline.recognize.person_runs import runs
from pipeline.recognize.quotes import quoted_at
from pipeline.recognize.words import Word

_LONGEST = 24
_LONGEST_BEFORE_TAIL = 6
_LONGEST_QUOTED = 6
_ENGLISH = ("and", "of", "for", "in", "a", "i", "o", "on", "to")
_PHRASE = range(2, 6)  # words of a name without a head noun


def foreign_head(context: Context) -> Iterator[Candidate]:
    """A head noun and what follows it: "Comité de Familiares", "Radio Azatutyun", "Yayasan Harapan"."""
    for word in context.free_names():
        if word.lower not in context.lexicon.organizations.foreign_heads:
            continue
        stop = _end(context, word.i + 1)
        if quotation := _quoted_name(context, stop):
            yield Candidate(word.i, quotation[0].stop, "organization", closing=quotation[1])
            continue
        if word.lower in context.lexicon.organizations.foreign_english and not _is_linked(
            context, word.i, stop
        ):
            continue
        if _is_english_body(context, word, stop):
            continue
        if stop == word.i + 1:
            stop = _small_end(context, stop)
        link = context.text.word(stop)
        if (
            link is not None
            and link.lower in ("of", "for", "on")
            and _is_english(context, range(word.i, stop))
        ):
            continue  # "Radio Voice of the Ridge"
        if stop > word.i + 1 and context.place_kind(range(word.i, stop)) is None:
            yield Candidate(word.i, stop, "organization")


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
            named = context.can_name(before) or (before.opening and before.capital)
            if not named or not context.claims.free(before.i) or context.is_title(before):
                break
            first -= 1
        if first < word.i:
            yield Candidate(first, word.i + 1, "organization")


def foreign_phrase(context: Context) -> Iterator[Candidate]:
    """Ordinary words of another language and no name of people: "Naša Reč", "Justiça Global".

    Where something is, or after an article that places have, it is a place: "in La Modelo".
    """
    for run in runs(context):
        if len(run) not in _PHRASE or not _is_phrase(context, run):
            continue
        if stands_in(context, run.start) or is_brought_to(context, run):
            yield Candidate(run.start, run.stop, "place", context.place_kind(run) or "other")
        elif context.words[run.start].lower not in context.lexicon.organizations.foreign_articles:
            yield Candidate(run.start, run.stop, "organization")
        else:
            kind = ("organization", None) if _acts(context, run.stop) else ("place", "other")
            yield Candidate(run.start, run.stop, *kind)


def _is_phrase(context: Context, run: range) -> bool:
    words = [context.words[i] for i in run if context.words[i].capital]
    if context.place_kind(run) or any(w.shouted or w.initial or context.is_title(w) for w in words):
        return False
    if any(context.known.is_given(w.text) or context.known.is_family(w.text) for w in words):
        return False
    if words[0].lower in context.lexicon.organizations.foreign_articles:
        return True
    words = [word for word in words if len(word.text) > 3 - (not word.text.isascii())]
    if any(is_foreign_word(word.text, very=context.is_modelled(run, "PERSON")) for word in words):
        return True
    return bool(words) and all(is_foreign_word(word.text) for word in words)


def _acts(context: Context, i: int) -> bool:
    verb = context.text.word(i)
    return verb is not None and verb.gap == " " and verb.tag in ("VBD", "VBZ", "VBP", "MD")
