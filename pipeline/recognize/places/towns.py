"""Towns, districts and villages that a gazetteer lists, by where they stand in a sentence, line or table."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.lexica.foreign_words import is_foreign_word
from pipeline.recognize.places.gazetteer_spans import past_particle
from pipeline.recognize.words.words import Word

_LONGEST = 5
_AWAY = frozenset(
    (
        "of",
        "from",
        "to",
        "at",
        "between",
        "through",
        "via",
        "past",
        "towards",
        "toward",
        "reach",
        "reached",
        "left",
        "leave",
        "fled",
    )
)
_LABELLED = frozenset((":", "–", "—", "-", "|", "/", "(", ","))


def town_of_words(context: Context) -> Iterator[Candidate]:
    """A listed name of two words or more, no longer name's part: "Luang Namtha", "San Pedro Pinula"."""
    stop = 0
    for word in context.text.upper:
        article = word.lower in ("the", "a", "an")
        if (
            word.i < stop
            or article
            or not context.claims.free(word.i)
            or _runs_on(context, word.i - 1, word.i, word.i - 1)
        ):
            continue
        for end in range(min(word.i + _LONGEST, _end(context, word.i)), word.i + 1, -1):
            if not context.is_town(range(word.i, end)) or _runs_on(context, end - 1, end, end):
                continue
            kind = context.place_kind(range(word.i, end)) or "city"
            stop = past_particle(context, end)
            yield Candidate(word.i, stop, "place", kind)
            break


def _end(context: Context, i: int) -> int:
    stop = i + 1
    while stop < min(i + _LONGEST, len(context.words)) and context.joined(stop) and context.claims.free(stop):
        stop += 1
    return stop


def _runs_on(context: Context, first: int, second: int, outer: int) -> bool:
    """Whether two neighbours are of one name; the word `outer` of them may be a title or nation beside it."""
    if not first >= 0 or second >= len(context.words) or not context.joined(second):
        return False
    word = context.words[outer]
    own = context.is_demonym(word) or context.is_title(word)
    return not own and context.can_name(context.words[first]) and context.can_name(context.words[second])


def lone_town(context: Context) -> Iterator[Candidate]:
    """A listed name of one word where places stand: after "of" or "from", before "police", in a cell."""
    for word in context.free_names():
        run = context.run(word.i)
        if len(run) != 1 or word.shouted or not context.is_town(run) or not _is_own(context, word):
            continue
        if context.can_name(context.text.before(word.i)):
            continue
        if any(stands(context, word) for stands in (_is_away, _is_label, _has_noun, _closes, _modifies)):
            yield Candidate(word.i, word.i + 1, "place", context.place_kind(run) or "city")


def _is_own(context: Context, word: Word) -> bool:
    known = context.known
    listed = word.lower in context.lexicon.organizations.heads | context.lexicon.organizations.foreign_heads
    other = context.is_demonym(word) or context.is_title(word) or listed or is_foreign_word(word.text)
    return not (other or known.is_person_name(word.text) or known.is_english(word.text))


def _is_away(context: Context, word: Word) -> bool:
    """Whether a preposition that places have stands before a word, and nothing shows that it acts."""
    before, after = context.text.before(word.i), context.text.after(word.i)
    speaks = after is not None and after.lower in context.lexicon.people.speech
    return before is not None and before.lower in _AWAY and not speaks and not word.possessive


def _is_label(context: Context, word: Word) -> bool:
    """Whether a word opens a line or cell and a mark, a cell's end or nothing follows."""
    opens = word.gap == "\n" or "|" in word.gap or "\t" in word.gap
    after = context.text.word(word.i + 1)
    gap = after.gap if after is not None else "\n"
    return opens and ("\n" in gap or "\t" in gap or (gap.strip()[:1] in _LABELLED and bool(gap.strip())))


def _closes(context: Context, word: Word) -> bool:
    """Whether a word closes a line or sentence after a comma: "Inés Choc, teacher, Toribío"."""
    after = context.text.word(word.i + 1)
    ends = after is None or "\n" in after.gap or (after.gap == ". " and after.text[:1].isupper())
    bracketed = word.gap == " (" and context.text.tail(word.i, 2) in (")", ")\n")
    dated = bracketed and context.words[word.i - 1].text.isdigit()  # "8 Feb, 2014 (Peshawer)"
    return dated or (word.gap == ", " and ends)


def _modifies(context: Context, word: Word) -> bool:
    """Whether a word with an article stands before small nouns of things: "the Mongu riot case"."""
    article, noun = context.text.before(word.i), context.text.after(word.i)
    if article is None or article.lower != "the" or noun is None or noun.capital or word.possessive:
        return False
    return noun.tag.startswith("NN") and word.text not in context.lexicon.places.natural


def _has_noun(context: Context, word: Word) -> bool:
    """Whether what towns have follows: "Hola magistrate", "Kwale residents"."""
    noun, places = context.text.after(word.i), context.lexicon.places
    if noun is None or noun.capital or word.possessive:
        return False
    return noun.lower in places.governed | places.small_nouns | context.lexicon.people.titles


def saint_town(context: Context) -> Iterator[Candidate]:
    """A saint and more, as towns and villages are called: "San Pablo Xucaneb", "Santa María Chimalapa"."""
    for word in context.free_names():
        saint = context.text.after(word.i) if word.lower in context.lexicon.places.saints else None
        if saint is None or not context.known.is_given(saint.text) or word.shouted or saint.text == word.text:
            continue
        before = context.text.before(word.i)
        if before is not None and (context.can_name(before) or before.capital) and not before.possessive:
            continue
        stop = past_particle(context, context.run(word.i).stop)
        last = context.words[stop - 1]
        body = last.lower in context.lexicon.organizations.heads or last.possessive
        if stop - word.i <= _LONGEST and not body and word.lower not in ("los", "las"):
            yield Candidate(word.i, stop, "place", context.place_kind(range(word.i, stop)) or "city")
