"""Where the name of a body begins: the capitals before its head noun."""

from __future__ import annotations

from pipeline.recognize.context import Context
from pipeline.recognize.words.words import Word

_LONGEST = 24
_MARKS = frozenset(",;(–—-/|")
_ORDINALS = frozenset(
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
)
_SMALL = frozenset(("of", "for", "on", "against", "and", "the", "in", "to", "&"))


def left_edge(context: Context, head: int) -> int:
    """The first word of the capitals before a head noun that belong to it."""
    first = head
    while first > 0 and head - first < _LONGEST:
        word, before = context.words[first], context.words[first - 1]
        if joins(context, word, before) and _can_lead(context, before) and not is_role(context, before):
            first -= 1
        elif (left := _over(context, first)) is not None:
            first = left
        else:
            break
    return first


def _can_lead(context: Context, word: Word) -> bool:
    """Whether a word can be the first of a body's name, also where it opens the sentence: "Trade Union"."""
    ordinal = word.text[:1].isdigit() and word.lower.endswith(("st", "nd", "rd", "th"))
    if context.can_name(word) or (ordinal and context.claims.free(word.i)):
        return True
    if not (word.capital and word.opening and context.claims.free(word.i)):
        return False
    if word.lower in context.lexicon.organizations.compound_openers or context.is_demonym(word):
        return True
    return word.lower in _ORDINALS or _is_noun(context, word)


def _is_noun(context: Context, word: Word) -> bool:
    """Whether a noun that opens a sentence can be of a name: "Juniper Legal Clinic", but no "Officers"."""
    others, people = context.lexicon.others, context.lexicon.people
    after = context.text.after(word.i)
    if after is not None and after.text in ("FM", "TV"):
        return True
    if not word.tag.startswith(("NN", "JJ")) or context.is_calendar(word):
        return False
    groups = (others.openers, others.plain, people.roles, people.plural_roles, people.titles, others.groups)
    if any(word.lower in known for known in groups) or _are_people(context, word):
        return False
    return word.tag in ("NN", "NNS") or (word.tag.startswith("JJ") and _fills_line(context, word))


def _are_people(context: Context, word: Word) -> bool:
    """Whether a plural is of people that no body is called by: "Petitioners Peasant Network and others"."""
    named = context.lexicon.organizations.people | context.lexicon.organizations.collective
    doers = word.lower.endswith(("ers", "ors", "ists", "ants", "ents")) and word.tag.endswith("S")
    return doers and word.lower not in named


def _fills_line(context: Context, first: Word) -> bool:
    """Whether a line has nothing but capitals and small links up to its end or a mark: a line of a list."""
    if first.gap != "\n":
        return False
    for i in range(first.i + 1, min(first.i + _LONGEST, len(context.words))):
        word = context.words[i]
        if word.gap == "\n" or word.gap[:1] in _MARKS or word.gap[1:2] in _MARKS:
            return True
        if not word.capital and word.lower not in _SMALL:
            return False
    return context.text.tail(len(context.words) - 1, 1) != "."


def joins(context: Context, word: Word, before: Word) -> bool:
    """Whether two words follow each other inside a body's name."""
    if word.gap in ("' ", "’ "):
        return before.lower.endswith("s") or any(sign in before.text for sign in "'’ʼ")
    if before.possessive:
        return before.lower in context.lexicon.organizations.collective
    dotted = before.initial or before.text in context.lexicon.places.dotted
    return word.gap in (" ", " & ") or (dotted and word.gap == ". ")


def _over_link(context: Context, i: int) -> int | None:
    """The word before "and" or "for" where that is of the name: "Truth and Dignity Commission"."""
    link, left = context.text.before(i), context.text.before(i - 1)
    if not link or not left or not context.can_name(left) or left.possessive or is_role(context, left):
        return None
    article = context.text.before(left.i)
    articled = article is not None and article.lower == "the"
    if link.lower == "for":
        return left.i if articled else None
    if link.lower == "of":
        return left.i if left.lower in context.lexicon.organizations.people else None
    if link.lower not in context.lexicon.organizations.inner - {"the", "a"} or left.shouted:
        return None
    if link.lower not in ("and", "&") or articled or context.known.is_ordinary(left.text):
        return left.i
    return (
        left.i
        if not context.place_kind(range(left.i, left.i + 1))
        and context.is_modelled(range(left.i, i + 1), "ORG")
        else None
    )


def _over(context: Context, i: int) -> int | None:
    """The word that a name before word i begins with, past a link or a date."""
    left = _over_link(context, i) if context.words[i].gap == " " else None
    if left is None:
        left = _over_number(context, i)
    return _over_date(context, i) if left is None else left


def _over_number(context: Context, i: int) -> int | None:
    """The word before a number that a body is called after: "Article 5 Initiative"."""
    number = context.text.before(i)
    noun = context.text.before(number.i) if number and number.text.isdigit() else None
    numbered = noun is not None and noun.lower in context.lexicon.organizations.numbered
    return noun.i if noun is not None and numbered and noun.capital and context.claims.free(noun.i) else None


def _over_date(context: Context, i: int) -> int | None:
    """The first word of a date before word i, which a body is called after: "12th of May Circle"."""
    months = context.lexicon.others.months
    words = context.words[max(i - 3, 0) : i + 1]
    if len(words) < 3 or any(word.gap != " " for word in words[-2:]):
        return None
    day, month = words[-3], words[-2]
    if day.lower == "of" and len(words) == 4 and day.gap == " " and month.lower in months:
        day = words[-4]
    if month.lower not in months:
        day, month = month, day
    if month.lower not in months or not month.capital or not _is_day(day):
        return None
    first = min(day.i, month.i)
    return _people_of_the(context, first) or first


def _is_day(word: Word) -> bool:
    figures = word.text.rstrip("stndrh")
    return figures.isdigit() and len(figures) < 3


def _people_of_the(context: Context, i: int) -> int | None:
    """Where "Mothers of the" stands before word i, the word it begins with."""
    article = context.text.before(i)
    link = context.text.before(i - 1) if article and article.lower == "the" else None
    people = context.text.before(i - 2) if link and link.lower == "of" else None
    named = people is not None and people.capital and people.lower in context.lexicon.organizations.people
    return people.i if people is not None and named and context.claims.free(people.i) else None


def is_role(context: Context, word: Word) -> bool:
    """Whether a word is a title that is no part of a body's name."""
    organizations = context.lexicon.organizations
    if word.possessive and word.lower in organizations.collective:
        return False
    return word.lower in context.lexicon.people.titles and word.lower not in organizations.adjective_titles
