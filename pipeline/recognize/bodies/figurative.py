"""Bodies called by a common word: "Bridge of Mothers", "according to Crossroads", "lawyers from Dignity"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.bodies.chains import chain_end, chain_run, past_article
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.counter_evidence import has_person_words
from pipeline.recognize.words.words import Word


def named_of(context: Context) -> Iterator[Candidate]:
    """A common noun with a capital and what it is of: "the Bridge of Mothers", "Voices of the Wadi said"."""
    for word in context.text.upper:
        link = context.text.after(word.i)
        if link is None or link.lower != "of" or not _may_open(context, word):
            continue
        field = chain_run(context, past_article(context, link.i + 1))
        if not field or (len(field) > 1 and has_person_words(context, field)):
            continue
        if any(context.words[i].lower in context.lexicon.others.heads for i in field):
            continue  # "Prevention of Terrorism Act", "Lantern of the Year"
        stop = chain_end(context, word.i, modified=True)
        figurative = word.lower in context.lexicon.organizations.metaphors
        placed = context.place_kind(field) is not None
        if word.opening and not (figurative and _acts(context, stop)):
            continue
        if stop > link.i and (figurative or not placed):
            yield Candidate(word.i, stop, "organization")


def _may_open(context: Context, word: Word) -> bool:
    """Whether a word with a capital is a common noun that neither places, offices nor works are called by."""
    if not context.claims.free(word.i) or not word.capital or word.shouted or not word.tag.startswith("NN"):
        return False
    if word.lower in context.lexicon.organizations.metaphors:
        before = context.text.before(word.i)
        return before is None or not before.capital
    if not context.can_name(word) or not context.known.is_ordinary(word.text) or _in_title(context, word):
        return False
    return _has_own_article(context, word) and not _is_else(context, word)


def _has_own_article(context: Context, word: Word) -> bool:
    """Whether "the" stands before a word and no longer name leads on to it: "Centre for the Study of"."""
    article = context.text.before(word.i)
    if article is None or article.lower != "the":
        return False
    link = context.text.before(article.i)
    head = context.text.before(link.i) if link is not None and not link.capital else None
    return head is None or not head.capital


def _is_else(context: Context, word: Word) -> bool:
    """Whether a common word with a capital is an office, people, place noun, prize, faith or the like."""
    others, people, places = context.lexicon.others, context.lexicon.people, context.lexicon.places
    organizations = context.lexicon.organizations
    lists = (
        (others.heads, others.plain, others.counts, others.groups),
        (people.titles, people.roles, people.plural_roles, people.portfolios, people.portfolio_holders),
        (places.of, places.of_nouns, places.polities, places.before, places.after, places.compass),
        (organizations.heads, organizations.people),
    )
    listed = any(word.lower in words for group in lists for words in group)
    return listed or context.is_demonym(word) or context.is_title(word)


def _in_title(context: Context, word: Word) -> bool:
    return context.text.item.blocks[word.block].kind == "headline"


def _acts(context: Context, i: int) -> bool:
    verb = context.text.word(i)
    return verb is not None and verb.gap == " " and verb.tag in ("VBD", "VBZ", "VBP", "MD")


def common_word(context: Context) -> Iterator[Candidate]:
    """A common word with a capital inside a sentence, where bodies stand: "according to Crossroads"."""
    for word in context.free_names():
        if (
            word.opening
            or word.shouted
            or word.possessive
            or len(context.run(word.i)) != 1
            or len(word.text) < 4
        ):
            continue
        if not context.known.is_ordinary(word.text) or _in_title(context, word) or _is_else(context, word):
            continue
        link = context.text.before(word.i)
        after = context.text.after(word.i)
        if (
            context.can_name(link)
            or context.place_kind(range(word.i, word.i + 1))
            or (after is not None and after.tag.startswith("NN"))
        ):
            continue
        if link is not None and _is_source(context, link):
            yield Candidate(word.i, word.i + 1, "organization")


def _is_source(context: Context, link: Word) -> bool:
    """Whether a preposition says who told it, or whose people they are: "according to", "lawyers from"."""
    noun = context.text.before(link.i)
    if noun is None:
        return False
    if link.lower == "to":
        return noun.lower == "according"
    people, organizations = context.lexicon.people, context.lexicon.organizations
    if link.lower == "by":
        return noun.tag == "VBN"
    members = (
        people.plural_roles
        | people.roles
        | organizations.people
        | organizations.parts_of
        | organizations.before_roles
    )
    return link.lower in ("from", "of", "with", "at", "for") and noun.lower in members and not noun.capital
