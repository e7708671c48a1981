"""Companies: by what they are in law, "Kasai SARL", or what they deal in, "Pacific Pearl Canning"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipeline.recognize.bodies.left_edge import left_edge
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.lexica.lexicon import load_lexicon
from pipeline.recognize.words.words import Word

_LONGEST = 5  # words of a name that only the trade shows


def legal_form(context: Context) -> Iterator[Candidate]:
    """A name with what the company is in law after or before it: "Agro Nusantara Tbk", "PT Jaya"."""
    for word in context.free_words():
        if word.text in context.lexicon.organizations.legal_forms_before and word.gap[:1] != "(":
            after = context.text.after(word.i, " |. ")
            if after is not None and context.can_name(after) and not context.is_title(after):
                yield Candidate(word.i, context.run(after.i).stop, "organization")
                continue
        if word.gap in (" ", ", ", " (") and (stop := _form_end(context, word)):
            first = _first(context, word)
            if first < word.i and not _is_else(context, range(first, word.i)):
                dotted = context.text.tail(stop - 1, 2) in (". ", ".,") and "." in context.text.slice(
                    range(word.i, stop)
                )
                yield Candidate(first, stop, "organization", closing=int(dotted))


def _form_end(context: Context, word: Word) -> int | None:
    """The end of the legal form that begins at a word, or of two: "Holdings Ltd"; brackets left out."""
    stop = _one_form_end(context, word)
    further = context.text.after(stop - 1) if stop else None
    return (_one_form_end(context, further) if further else None) or stop


def _one_form_end(context: Context, word: Word) -> int | None:
    text = context.text.item.text
    start = word.start - 1 if word.gap[-1:] == "(" else word.start
    for form in _forms().get(word.text, ()):
        end = start + len(form)
        if text.startswith(form, start) and not text[end : end + 1].isalnum():
            return context.text.at(start, end).stop
    return None


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    """The legal forms by their first words, the longest first."""
    found: dict[str, list[str]] = {}
    for form in sorted(load_lexicon().organizations.legal_forms, key=lambda form: (-len(form), form)):
        first = form.strip("(").partition(" ")[0].partition(".")[0].partition("/")[0]
        found.setdefault(first.strip(",)"), []).append(form)
    return {first: tuple(forms) for first, forms in found.items()}


def _first(context: Context, form: Word) -> int:
    """The first of the capitals before a legal form."""
    last = form.i - 1
    if not context.can_name(context.text.word(last)):
        return form.i
    first = left_edge(context, last)
    opening = context.text.before(first)
    if opening is None or not opening.opening or not opening.capital or not context.claims.free(opening.i):
        return first
    opens = opening.lower in context.lexicon.others.openers or context.is_title(opening)
    return first if opens else opening.i


def _is_else(context: Context, run: range) -> bool:
    """Whether the words before a form are a title or no name: "Deputy AG"."""
    words = [context.words[i] for i in run]
    return all(context.is_title(word) or word.initial for word in words)


def trade(context: Context) -> Iterator[Candidate]:
    """Two capitals or more of a sentence, the last what a company deals in and another a word of its own."""
    for word in context.free_names():
        if word.lower not in context.lexicon.organizations.trades or word.opening or word.shouted:
            continue
        first = left_edge(context, word.i)
        words = context.words[first : word.i]
        if not 1 <= len(words) < _LONGEST or context.can_name(context.text.after(word.i)):
            continue
        headline = context.text.item.blocks[word.block].kind == "headline"
        own = [w for w in words if not context.known.is_ordinary(w.text) and not context.is_demonym(w)]
        coined = len(words) > 1 and not headline and not context.is_demonym(words[0])
        if (own or coined) and not any(w.shouted or w.possessive or context.is_title(w) for w in words):
            yield Candidate(first, word.i + 1, "organization")
