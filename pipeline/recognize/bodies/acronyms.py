"""Organisations by an acronym: explained in brackets, or in capitals that stand for nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.frequencies import english_zipf
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.words.words import Word

_ORDINARY = 3.3  # Zipf frequency of a word that everybody knows
_MIXED = re.compile(
    r"[A-Z]{2,6}[a-z]{2,}[A-Za-z]*|(?!Ma?c|De|Du|Di|La|Le|Van|Fitz|O)[A-Z][a-z]{1,8}[A-Z][A-Za-z]+|Mo[A-Z]{1,4}"
)


def lone_acronym(context: Context) -> Iterator[Candidate]:
    """Three to six capitals in a sentence that are no known abbreviation: a body's acronym."""
    plain = context.lexicon.organizations.plain_acronyms
    for word in context.free_names():
        stem = word.text.partition("-")[0]
        letters = stem.isalpha() and stem.isupper() and 3 <= len(stem) <= 9
        if not letters or not word.latin or not context.can_name(word) or word.text in plain:
            continue
        before, after = context.text.before(word.i), context.text.after(word.i)
        if (len(stem) > 4 and context.known.is_ordinary(stem)) or _is_shouted_word(context, word):
            continue
        if after is not None and after.text.isdigit() and len(stem) == 3:
            continue  # a number of a case or an amount of money: "KEN 4/2015"
        loud = any(other is not None and other.shouted for other in (before, after))
        in_name = before is not None and context.can_name(before) and not context.is_demonym(before)
        if not loud and not in_name and not _is_roman(word.text):
            yield Candidate(word.i, word.i + 1, "organization")


def _is_shouted_word(context: Context, word: Word) -> bool:
    """Whether a short ordinary word is only said loudly: "BAIL!", "POLL: what ...", "they have NOT been"."""
    if word.lower in context.lexicon.others.openers:
        return True
    alone = "\n" in word.gap and context.text.tail(word.i, 1) in ("!", ":", "?")
    return alone and english_zipf(word.lower) >= _ORDINARY


def _is_roman(text: str) -> bool:
    return set(text) <= set("IVXLC")


def acronym(context: Context) -> Iterator[Candidate]:
    """An acronym in brackets after an organisation or prison, and its other mentions in the item."""
    explained = [(word.text, _explained(context, word)) for word in context.words if _is_acronym(word)]
    owners = {text: owner for text, owner in explained if owner is not None and _has_acronym(owner)}
    for word in context.free_words():
        if owner := owners.get(word.text):
            yield Candidate(word.i, word.i + 1, owner.kind, owner.place_kind)


def _has_acronym(owner: Candidate) -> bool:
    """Whether a claim is of a body, a law or a prison or the like, and so may be called by its letters."""
    return owner.kind in ("organization", None) or owner.place_kind == "other"


def _is_acronym(word: Word) -> bool:
    """Capitals, or two of them among few letters: "MoJ", "KfW"."""
    return word.shouted or (len(word.text) <= 6 and sum(c.isupper() for c in word.text) > 1 and word.latin)


def _explained(context: Context, word: Word) -> Candidate | None:
    """What the acronym in brackets stands for: a body, or a law, "Law on Associations (LANGO)"."""
    closed = word.gap in (" (", "” (", '" (', "» (") and context.text.tail(word.i, 1) in (")", ",", ";")
    return context.claims.owner(word.i - 1) if closed else None


def mixed_case(context: Context) -> Iterator[Candidate]:
    """Capitals inside a word, as bodies write themselves and people do not: "ABColombia", "EuroWatch"."""
    plain = context.lexicon.organizations.plain_acronyms
    for word in context.free_names():
        named = context.can_name(word) and not _is_person(context, word)
        if named and _MIXED.fullmatch(word.text) and word.text not in plain:
            yield Candidate(word.i, word.i + 1, "organization")


def _is_person(context: Context, word: Word) -> bool:
    before, after = context.text.before(word.i), context.text.after(word.i)
    return any(other is not None and context.can_name(other) for other in (before, after))
