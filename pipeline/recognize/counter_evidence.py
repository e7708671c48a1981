"""What speaks against a person: the words around a name, or words of other languages in it."""

from __future__ import annotations

from pipeline.recognize.context import Context
from pipeline.recognize.lexica.foreign_words import is_foreign_word


def is_foreign_phrase(context: Context, run: range) -> bool:
    """Whether a run begins with an ordinary word of another language: "Justicia Zuliana", "La Voz"."""
    known, words = context.known, [context.words[i] for i in run]
    if len(words) < 2 or any(known.is_given(word.text) and len(word.text) > 3 for word in words):
        return False
    return is_foreign_word(words[0].text) and not known.is_family(words[0].text)


def is_brought_to(context: Context, run: range) -> bool:
    """Whether a run says where somebody was brought, or comes after "from" or "in": "remanded to X"."""
    before = context.text.before(run.start)
    if before is None:
        return False
    if before.lower in context.lexicon.places.strong_locative | {"from", "at", "through", "via"}:
        return True
    if before.lower == "to" and _is_way(context, before.i):
        return True
    verb = context.text.before(before.i) if before.lower == "to" else None
    return verb is not None and verb.lower in context.lexicon.people.moved


def _is_way(context: Context, i: int) -> bool:
    """Whether "from" or "through" and one name stand before "to": "through Kasindi to Bwera"."""
    for first in (i - 2, i - 3):
        start = context.text.word(first)
        if start is None or first < 0 or not all(word.capital for word in context.words[first + 1 : i]):
            return False
        if start.lower in ("from", "through", "via", "between", "past"):
            return True
    return False


def is_place_of_noun(context: Context, run: range) -> bool:
    """Whether a small place noun follows a run: "the Chai Buri police"."""
    after = context.text.after(run.stop - 1)
    noun = after is not None and after.lower in context.lexicon.places.small_nouns
    return noun and not context.words[run.stop - 1].possessive


def is_cut_off(context: Context, run: range) -> bool:
    """Whether a teaser breaks off in the last word of a run: "the Communications Re..."."""
    return context.text.tail(run.stop - 1).startswith(("...", "…"))


def has_person_words(context: Context, run: range) -> bool:
    """Whether a run has a given name, an initial, or two words known as people's names."""
    words = [context.words[i] for i in run]
    if any(word.initial or context.known.is_given(word.text) for word in words):
        return True
    return len(words) > 1 and all(context.known.is_person_name(word.text) for word in words)


def borne(context: Context) -> frozenset[str]:
    """The words that people of the item bear as family names, in lower case: "Iryna Khmelnytskyi"."""
    names = context.text.names
    return frozenset(
        word.lower
        for word in names
        if word.i and context.joined(word.i) and context.known.is_given(context.words[word.i - 1].text)
    )
