"""Where the name of a body ends: the chain of of, for, on, against ... after its head noun."""

from __future__ import annotations

from pipeline.recognize.bodies.left_edge import is_role, joins
from pipeline.recognize.context import Context
from pipeline.recognize.words.words import Word

_LONGEST = 24
_MOST_FIELDS = 5
_OF_OFFICERS = ("administration", "office", "cabinet", "chancellery", "secretariat")


def chain_end(context: Context, head: int, modified: bool) -> int:
    """The end of the chain after a head noun."""
    stop, links = head + 1, 0
    while stop < len(context.words) and stop - head < _LONGEST:
        step = _link(context, head, stop, links, modified)
        if step is None:
            break
        stop, links = step, links + 1
    return stop


def _link(context: Context, head: int, i: int, links: int, modified: bool) -> int | None:
    """The end of the next link of a chain, which begins at word i; None where the chain ends."""
    organizations = context.lexicon.organizations
    link = context.words[i]
    if links and link.gap == ", " and link.capital:
        return _end_of_list(context, i)
    if link.gap != " " or context.words[i - 1].possessive or link.capital:
        return None
    if link.lower in ("and", "&", "or"):
        run = chain_run(context, i + 1)
        return run.stop if links and run and _continues(context, run) else None
    into = link.lower == "into" and _inquires(context.words[i - 1])
    if link.lower not in (organizations.links if links else organizations.first_links) and not into:
        return None
    run = _past_and(context, chain_run(context, past_article(context, i + 1)))
    if not run:
        return None
    if is_role(context, context.words[run.start]):
        return run.stop if not links and context.words[head].lower in _OF_OFFICERS else None
    if into:
        return _past_date(context, run.stop)
    place = context.place_kind(run) or (is_unknown(context, run) and link.lower == "of")
    if link.lower in ("in", "from", "to") and links:
        before = context.words[i - 1]
        topical = before.lower in organizations.topics or context.is_demonym(before)
        return run.stop if topical and place != "city" else None
    if (
        place
        and link.lower == "of"
        and _is_located(context, head)
        and not (place in ("country", "region") and _is_national(context, head))
        and (modified or links)
        and not _is_spelt_after(context, run)
    ):
        return None
    return run.stop


def _past_and(context: Context, run: range) -> range:
    """A run with the rest of a country that "and" joins: "Bosnia and Herzegovina"."""
    link = context.text.after(run.stop - 1) if run else None
    if link is None or link.lower not in ("and", "&"):
        return run
    for stop in (link.i + 2, link.i + 3):
        whole = range(run.start, stop)
        if stop <= len(context.words) and context.place_kind(whole) == "country":
            return whole
    return run


def _inquires(before: Word) -> bool:
    """Whether a word says that a body looks into something: "Commission of Inquiry into the Deaths"."""
    return before.lower in ("inquiry", "enquiry", "investigation", "inquest")


def _past_date(context: Context, i: int) -> int:
    """Past the day that what is inquired into is called after: "the Events of 28 September"."""
    months = context.lexicon.others.months
    words = context.words[i : i + 3]
    if len(words) < 3 or any(word.gap != " " for word in words) or words[0].lower not in ("of", "on"):
        return i
    dated = {words[1].text.isdigit(), words[2].text.isdigit()} == {True, False}
    return i + 3 if dated and (words[1].lower in months or words[2].lower in months) else i


def _end_of_list(context: Context, i: int) -> int | None:
    """The end of a field of three or more: "Ministry of Posts, Telecommunications and Transport"."""
    fields = 0
    while fields < _MOST_FIELDS and i < len(context.words) and context.words[i].gap == ", ":
        run = context.run(i)
        if not run or not _is_field(context, run):
            return None
        link = context.text.after(run.stop - 1)
        if link is not None and link.lower in ("and", "&"):
            last = context.run(link.i + 1)
            return last.stop if last and _is_field(context, last) and context.joined(last.start) else None
        i, fields = run.stop, fields + 1
    return None


def _is_field(context: Context, run: range) -> bool:
    """Whether words are what a ministry or committee is for: ordinary ones, none a body's noun or place."""
    words = [context.words[i] for i in run]
    plain = all(
        context.known.is_ordinary(w.text) or w.lower in context.lexicon.people.portfolios for w in words
    )
    return (
        plain and not context.place_kind(run) and words[-1].lower not in context.lexicon.organizations.heads
    )


def _is_national(context: Context, head: int) -> bool:
    """Whether a council is a profession's or faith's, which a country names: "Press Council of Nepal"."""
    before = context.text.before(head)
    if before is None or context.words[head].lower != "council" or not before.capital:
        return False
    return before.lower not in context.lexicon.organizations.seated_councils


def _is_located(context: Context, head: int) -> bool:
    """Whether a head is of a body that sits somewhere: a court, the office of an official."""
    organizations = context.lexicon.organizations
    before = context.text.before(head)
    officials = before is not None and before.possessive and before.lower in organizations.collective
    return context.words[head].lower in organizations.located or (
        context.words[head].lower == "office" and officials
    )


def _is_spelt_after(context: Context, run: range) -> bool:
    """Whether an acronym in brackets after a run has its letter last: "Media Council of Zambia (MCZ)"."""
    after = context.text.word(run.stop)
    if after is None or after.gap != " (" or not after.shouted:
        return False
    return after.text[-1:] == context.words[run.start].text[:1].upper()


def is_unknown(context: Context, run: range) -> bool:
    """Whether a run is one word that is no English one: after a court's name, where it sits."""
    word = context.words[run.start]
    words = context.lexicon.organizations.topics | context.lexicon.organizations.heads
    plain = word.lower not in words and not context.is_demonym(word) and not word.shouted
    return len(run) == 1 and plain and not context.known.is_ordinary(word.text)


def past_article(context: Context, i: int) -> int:
    while i < len(context.words) and context.words[i].gap == " " and context.words[i].lower in ("the", "all"):
        i += 1
    return i


def chain_run(context: Context, i: int) -> range:
    """Capitals from word i, a plural possessive inside: "Peoples' Rights"."""
    if i >= len(context.words) or context.words[i].gap != " ":
        return range(i, i)
    run = context.run(i)
    while run and run.stop < len(context.words) and context.can_name(context.words[run.stop]):
        if not joins(context, context.words[run.stop], context.words[run.stop - 1]):
            break
        run = range(i, context.run(run.stop).stop)
    return run


def _continues(context: Context, run: range) -> bool:
    """After "and": more of the same name, not another body, person or place."""
    organizations, words = context.lexicon.organizations, [context.words[i] for i in run]
    if context.place_kind(run) or words[0].shouted or context.text.slice(run) in organizations.known:
        return False
    if any(word.lower in organizations.heads for word in words):
        return False
    return words[0].lower in organizations.topics or not context.known.is_given(words[0].text)
