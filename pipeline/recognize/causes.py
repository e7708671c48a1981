"""Organisations by their people and cause, or by a head noun of another language."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.chains import chain_end, chain_run, past_article
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.left_edge import left_edge

_LONGEST = 24


def people_for(context: Context) -> Iterator[Candidate]:
    """A body named by its people and their cause: "Lawyers for Human Rights", "Students Against Torture"."""
    organizations = context.lexicon.organizations
    for word in context.free_words():
        link = context.text.after(word.i)
        if not word.capital or word.lower not in organizations.people or link is None:
            continue
        article = context.text.before(word.i)
        articled = article is not None and article.lower == "the" and link.lower == "of"
        if link.lower not in ("for", "against", "without") and not articled:
            continue
        run = chain_run(context, past_article(context, link.i + 1))
        if run and (
            articled or context.known.is_ordinary(context.words[run.start].text) or _is_topic(context, run)
        ):
            stop = chain_end(context, word.i, modified=True)
            yield Candidate(left_edge(context, word.i), stop, "organization")


def _is_topic(context: Context, run: range) -> bool:
    return context.words[run.start].lower in context.lexicon.organizations.topics


def foreign_head(context: Context) -> Iterator[Candidate]:
    """A body that another language names: "Comité de Familiares", "Radio Azatutyun", "Madres del Sur"."""
    organizations = context.lexicon.organizations
    for word in context.free_words():
        if not word.capital or word.lower not in organizations.foreign_heads:
            continue
        stop = word.i + 1
        while stop < min(len(context.words), word.i + _LONGEST) and context.words[stop].gap == " ":
            particle = context.words[stop].lower in organizations.foreign_links
            if not context.can_name(context.words[stop]) and not (particle and _leads_on(context, stop)):
                break
            stop += 1
        if stop > word.i + 1:
            yield Candidate(word.i, stop, "organization")


def _leads_on(context: Context, i: int) -> bool:
    links = context.lexicon.organizations.foreign_links
    for following in context.words[i + 1 : i + 3]:
        if following.gap != " ":
            return False
        if context.can_name(following):
            return True
        if following.lower not in links:
            return False
    return False
