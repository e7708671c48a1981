"""What of the language model's names is a name: the words that belong to it, and whether it is sound."""

from __future__ import annotations

from pipeline.recognize.context import Context
from pipeline.recognize.counter_evidence import (
    is_cut_off,
)
from pipeline.recognize.people.person_runs import is_office
from pipeline.recognize.words.words import Word

_MET = 2.3  # Zipf frequency from which a word is met in English at all


def trim(context: Context, span: range) -> range:
    """The words of a span that can name, from its first such word to a break or another's claim."""
    start, stop = span.start, span.stop
    while start < stop and (not context.can_name(context.words[start]) or _leads(context, start)):
        start += 1
    while stop > start and not context.can_name(context.words[stop - 1]):
        stop -= 1
    for i in range(start + 1, stop):
        if context.words[i].gap not in (" ", ". ", ".", "' ", "’ ", "'s ", "’s ", " & "):
            return range(start, i)
        if not context.claims.free(i):
            return range(start, i)
    return range(start, stop)


def _leads(context: Context, i: int) -> bool:
    word = context.words[i]
    return context.is_title(word) or word.lower in ("the", "a", "an", "ngo") or context.is_demonym(word)


def sound(context: Context, span: range, label: str) -> bool:
    """Whether nothing speaks against what the model says of a span."""
    words = [context.words[i] for i in span]
    lexicon = context.lexicon
    if label == "ORG" and is_cut_off(context, span):
        return False
    if not all(word.latin for word in words):
        return False  # the model has read English only
    if len(words) == 1 and words[0].text in lexicon.organizations.plain_acronyms:
        return False
    if len(words) == 1 and _is_loud(context, words[0]) and words[0].text not in context.known.gazetteer:
        return False
    named = words[0].text in context.known.gazetteer
    if len(words) == 1 and not named and context.known.is_ordinary(words[0].text):
        return False
    if len(words) == 1 and label == "PERSON" and _is_opening_word(context, words[0]):
        return False
    if all(word.lower in lexicon.people.titles for word in words):
        return False  # "Lt Col"
    if is_office(context, span) or (
        label == "PERSON" and words[0].lower in lexicon.organizations.foreign_heads
    ):
        return False
    if all(context.is_demonym(w) or w.lower in lexicon.others.heads for w in words):
        return False
    if len(words) == 1 and words[0].lower in (
        lexicon.organizations.heads
        | lexicon.others.openers
        | lexicon.others.plain
        | lexicon.people.roles
        | lexicon.people.titles
    ):
        return False
    if label == "ORG" and len(words) == 1 and words[0].opening and words[0].text not in context.capitals:
        return words[0].shouted
    if label == "PERSON" and any(not w.capital and w.lower not in lexicon.people.particles for w in words):
        return False
    return not (len(words) == 1 and len(words[0].text) == 1)


def _is_opening_word(context: Context, word: Word) -> bool:
    """Whether an English word has its capital from the beginning of the sentence: "Quash the sentences"."""
    known = word.text in context.capitals or context.known.is_person_name(word.text)
    return word.opening and not known and context.known.is_english(word.text, _MET)


def _is_loud(context: Context, word: Word) -> bool:
    """Whether a word is in capitals only because its headline is; no text writes it as a name."""
    beside = context.text.before(word.i) or context.text.after(word.i)
    loud = word.shouted and beside is not None and beside.shouted and len(word.text) > 3
    return loud and word.text.capitalize() not in context.capitals
