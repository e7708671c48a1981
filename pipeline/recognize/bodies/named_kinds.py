"""Organisations by the word for what they are beside their name: "the newspaper X", "the X website"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.bodies.body_spans import is_person, past_of
from pipeline.recognize.bodies.left_edge import left_edge
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.counter_evidence import borne
from pipeline.recognize.words.words import Word

_DATELINE = 9  # words of a dateline at most


def named_kind(context: Context) -> Iterator[Candidate]:
    """A name after a word for what it is: "the news site Belarus Compass", "NGO Golos"."""
    bearers = borne(context)
    for word in context.words:
        if not _is_kind(context, word) or (word.capital and not word.shouted):
            continue
        after = context.text.after(word.i) or _apposed(context, word)
        if after is None or not context.can_name(after) or context.is_demonym(after):
            continue
        run = context.run(after.i)
        if word.shouted and all(_is_headline_word(context, context.words[i]) for i in run):
            continue
        medium = _is_medium(context, word) or is_compound(context, word) or _is_peoples(context, word)
        person = is_person(context, run) and not medium
        person = person or (len(run) == 1 and after.lower in bearers)
        if len(run) <= 4 and not person and context.place_kind(run) != "country":
            yield Candidate(run.start, past_of(context, run), "organization")
    yield from _several(context)
    yield from _kind_after(context)


def _is_headline_word(context: Context, word: Word) -> bool:
    """Whether a word in capitals is an ordinary one: "NEWSPAPER ORDERED TO PAY"."""
    return word.shouted and context.known.is_ordinary(word.text)


def _several(context: Context) -> Iterator[Candidate]:
    """The names after a plural: "the NGOs Raíces, Kizuna and Open Hand"."""
    for noun in context.text.among(context.lexicon.organizations.plural_kinds):
        if noun.capital and not noun.text.startswith("NGO"):
            continue
        named, gap = noun.i + 1, " "
        while (word := context.text.word(named)) is not None and word.gap == gap:
            if word.lower == "and" and named > noun.i + 1:
                named, gap = named + 1, " "
                continue
            run = context.run(named)
            if not run or len(run) > 4 or is_person(context, run) or context.place_kind(run):
                break
            if context.is_demonym(word) or context.is_title(word):
                break
            yield Candidate(run.start, run.stop, "organization")
            named = run.stop
            after = context.text.word(named)
            gap = ", " if after is not None and after.gap == ", " else " "
            if gap == " " and (after is None or after.lower != "and"):
                break


def _is_kind(context: Context, word: Word) -> bool:
    """Whether a word, or it and the one before, is what a body is: "newspaper", "printing house"."""
    return word.lower in context.lexicon.organizations.bare_kinds or is_compound(context, word)


def _apposed(context: Context, word: Word) -> Word | None:
    """The name between commas after what somebody owns: "his party, Republican Choice, will"."""
    owner, after = context.text.before(word.i), context.text.after(word.i, ", ")
    if owner is None or not owner.tag.startswith("PRP$") or after is None or not after.capital:
        return None
    return after if context.text.tail(context.run(after.i).stop - 1, 1) in (",", ".", ";") else None


def _is_medium(context: Context, word: Word) -> bool:
    """Whether a noun with an article is a medium, so that its name follows and no person's: "the daily X"."""
    before = context.text.before(word.i)
    determined = before is not None and (
        before.tag.startswith(("DT", "JJ", "PRP$")) or before.capital or context.is_demonym(before)
    )
    return determined and word.lower in context.lexicon.organizations.media


def _is_peoples(context: Context, word: Word) -> bool:
    """Whether a noun is of people, so that its name follows and no person's: "the women's group X"."""
    owner = context.text.word(word.i - 1)
    if owner is None or not (owner.possessive or word.gap in ("' ", "’ ", " ")):
        return False
    return owner.lower in context.lexicon.organizations.collective and owner.lower != "general"


def is_compound(context: Context, word: Word) -> bool:
    """Whether a word and the one before it are what a body is: "printing house"."""
    before = context.text.before(word.i)
    compound = f"{before.lower} {word.lower}" if before else ""
    return compound in context.lexicon.organizations.compound_kinds


def _kind_after(context: Context) -> Iterator[Candidate]:
    """A name between "the" and a word for what it is: "the Novosti Aziya website"."""
    for word in context.words:
        if word.lower not in context.lexicon.organizations.kinds_after or word.capital or word.gap != " ":
            continue
        first = _past_links(context, left_edge(context, word.i))
        before, run = context.text.before(first), range(first, word.i)
        articled = before is not None and before.lower == "the"
        if not run or not (articled or _is_titled(context, word)) or is_person(context, run):
            continue
        if context.words[word.i - 1].lower in context.lexicon.organizations.hosts:
            continue
        if not context.place_kind(run) and not any(context.is_demonym(context.words[i]) for i in run):
            yield Candidate(first, word.i, "organization")


def _past_links(context: Context, first: int) -> int:
    """Where a name begins that goes on over "of": "Sons of the Land"."""
    link = context.text.before(first)
    if link is not None and link.lower == "the":
        link = context.text.before(link.i)
    name = context.text.before(link.i) if link is not None and link.lower == "of" else None
    return left_edge(context, name.i) if name is not None and context.can_name(name) else first


def _is_titled(context: Context, noun: Word) -> bool:
    """Whether a noun is a magazine or the like after its title, which needs no article: "Livin magazine"."""
    title = context.text.before(noun.i)
    if title is None or noun.lower not in context.lexicon.organizations.titled_media:
        return False
    return not context.known.is_english(title.text) and not context.is_demonym(title)


def told(context: Context) -> Iterator[Candidate]:
    """A single unknown name that somebody told something: a newspaper or agency."""
    for word in context.text.among(("told", "telling")):
        after = context.text.after(word.i)
        if after is None or not context.can_name(after):
            continue
        run = context.run(after.i)
        person = any(context.known.is_person_name(context.words[i].text) for i in run)
        if len(run) == 1 and not person and not context.is_demonym(after) and not context.place_kind(run):
            yield Candidate(run.start, run.stop, "organization")


def source_line(context: Context) -> Iterator[Candidate]:
    """What a line gives as its source: "Source: Golha Post, 3 May", "LAE, June 18, 2002 (Kivung)"."""
    yield from _agency(context)
    for word in context.text.among(("source", "sources")):
        after = context.text.after(word.i, ": ")
        if not word.opening or after is None:
            continue
        if not context.can_name(after) or context.is_title(after):
            continue
        run = context.run(after.i)
        if len(run) <= 5 and not context.place_kind(run) and not context.known.is_given(after.text):
            yield Candidate(run.start, run.stop, "organization")


def _agency(context: Context) -> Iterator[Candidate]:
    """The agency in brackets at the end of a dateline."""
    for word in context.free_names():
        if word.gap != " (" or context.text.tail(word.i, 1) != ")":
            continue
        before = context.words[word.i - 1]
        first = next(
            (w for w in reversed(context.words[max(0, word.i - _DATELINE) : word.i]) if w.gap == "\n"), None
        )
        if first is None or not (first.shouted or _is_place(context, first)):
            continue
        dated = len(before.text) == 4 and before.text.isdigit()
        if (dated or _is_place(context, before)) and not context.place_kind(range(word.i, word.i + 1)):
            yield Candidate(word.i, word.i + 1, "organization")


def _is_place(context: Context, word: Word) -> bool:
    owner = context.claims.owner(word.i)
    return owner is not None and owner.kind == "place"
