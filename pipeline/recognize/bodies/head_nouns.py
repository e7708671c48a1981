"""Organisations by their head noun: "Kirov District Court", "Committee for Safe Prisons"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.bodies.chains import chain_end
from pipeline.recognize.bodies.chapters import country_after
from pipeline.recognize.bodies.left_edge import left_edge
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.words.quotes import quoted_at
from pipeline.recognize.words.words import Word

_LONGEST = 24
_OFTEN_IN_CITIES = ("house", "club", "centre", "center", "forum", "network", "collective", "pride")


def head_noun(context: Context) -> Iterator[Candidate]:
    """A capital head noun with the capitals before it and its chain of of, for, on, against ... after it."""
    organizations = context.lexicon.organizations
    for word in context.free_names():
        if word.lower not in organizations.heads or _locates(context, word):
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
    if before is not None and before.lower == "of":
        out = context.text.before(before.i)
        return out is not None and out.lower in ("out", "outside", "inside", "front")
    return before is not None and before.lower in context.lexicon.places.locative


def _phrase(context: Context, head: Word) -> Candidate | None:
    organizations = context.lexicon.organizations
    last = _last_head(context, head.i)
    first = left_edge(context, head.i)
    if first == head.i and head.opening and head.lower in organizations.weak_heads:
        return _naming(context, head)
    if head.possessive and head.lower in organizations.collective:
        return None  # "Peruvian Ombudsman's Office"
    if _owns_head(context, head.i + 1):
        return None  # "Small Publishers' Association"
    stop, closing = _name_after(context, last)
    if _owns_head(context, stop):
        return None  # "Radio Workers' Union"
    if stop == last + 1:
        stop = chain_end(context, last, modified=first < head.i)
    if stop == last + 1 and first < head.i:
        stop = country_after(context, last, head.lower in _OFTEN_IN_CITIES) or stop
    elif (
        first == head.i
        and context.words[last].lower in organizations.weak_heads
        and _is_owned(context, first)
    ):
        return None  # "OSCE Mission to Serbia"
    if not 2 <= stop - first <= _LONGEST or context.place_kind(range(first, stop)) in ("country", "region"):
        return None  # "West Bank"
    if _is_of_no_body(context, stop):
        return None
    stop = _past_number(context, last, stop)
    if stop == last + 1 and _is_mere_modifier(context, range(first, head.i), context.words[last].lower):
        return None
    return Candidate(first, stop, "organization", closing=closing)


def _past_number(context: Context, head: int, stop: int) -> int:
    """Past the number of a court or the like: "Court of First Instance No. 3"."""
    sign, number = context.text.word(stop), context.text.word(stop + 1)
    if (
        sign is None
        or number is None
        or context.words[head].lower not in context.lexicon.organizations.located
    ):
        return stop
    numbered = (
        sign.gap == " "
        and sign.lower in ("no", "nr")
        and number.text.isdigit()
        and number.gap in (". ", " ", ".")
    )
    return stop + 2 if numbered else stop


def _naming(context: Context, head: Word) -> Candidate | None:
    """A name that a vague noun opens with the sentence, and that does something: "Voice of Hope said"."""
    if head.lower not in context.lexicon.organizations.naming_heads:
        return None
    stop = chain_end(context, head.i, modified=True)
    verb = context.text.after(stop - 1)
    acts = verb is not None and verb.tag in ("VBD", "VBZ", "VBP", "MD") and stop > head.i + 1
    return Candidate(head.i, stop, "organization") if acts else None


def _owns_head(context: Context, i: int) -> bool:
    """Whether word i is a head noun after an apostrophe, whose name the words before begin."""
    head = context.text.word(i)
    return (
        head is not None
        and head.gap in ("' ", "’ ")
        and context.can_name(head)
        and head.lower in context.lexicon.organizations.heads
    )


def _is_owned(context: Context, i: int) -> bool:
    """Whether the acronym of another body stands right before word i."""
    before = context.text.before(i)
    owner = context.claims.owner(before.i) if before else None
    return before is not None and before.shouted and owner is not None and owner.kind == "organization"


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


def _name_after(context: Context, head: int) -> tuple[int, int]:
    """The end of a name that follows its head: 'Centre “Forest and Law”', "Human Rights Centre Viasna"."""
    quotation = quoted_at(context.text, head + 1)
    if quotation and quotation[0].start == head + 1 and len(quotation[0]) <= 8:
        named = context.words[head + 1].text[:1].isupper() and context.words[head + 1].gap[:1] == " "
        if named:
            return quotation[0].stop, quotation[1]
    if context.words[head].lower not in context.lexicon.organizations.named:
        return head + 1, 0
    after = context.text.after(head)
    if after and not context.is_demonym(after) and not context.is_title(after):
        run = context.run(after.i)
        if 0 < len(run) <= 3 and not context.place_kind(run) and not _is_headline_talk(context, run):
            return run.stop, 0
    return head + 1, 0


def _is_headline_talk(context: Context, run: range) -> bool:
    """Whether ordinary words in a headline run on from a name: "Bar Association Calls Strike"."""
    headline = context.text.item.blocks[context.words[run.start].block].kind == "headline"
    return headline and all(context.known.is_ordinary(context.words[i].text) for i in run)


def _is_mere_modifier(context: Context, modifiers: range, head: str) -> bool:
    """ "Berlin Office", "OSCE Mission", "Belarusian Project": a part of something, named by where it is."""
    if head not in context.lexicon.organizations.weak_heads:
        return False
    if head in context.lexicon.organizations.national:
        return False
    words = [context.words[i] for i in modifiers]
    return bool(context.place_kind(modifiers)) or all(context.is_demonym(w) or w.shouted for w in words)
