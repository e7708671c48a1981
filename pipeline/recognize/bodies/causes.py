"""Organisations by their people and cause."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.bodies.chains import chain_end, chain_run, past_article
from pipeline.recognize.bodies.left_edge import left_edge
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context


def people_for(context: Context) -> Iterator[Candidate]:
    """A body named by its people and their cause: "Lawyers for Human Rights", "Students Against Torture"."""
    organizations = context.lexicon.organizations
    for word in context.free_names():
        if word.lower not in organizations.people and word.lower not in organizations.causes:
            continue
        link = context.text.after(word.i)
        if link is None:
            continue
        article = context.text.before(word.i)
        named = (article is not None and article.lower == "the") or not word.opening
        articled = named and link.lower == "of" and word.lower in organizations.people
        inside = (
            link.lower == "in" and word.lower in organizations.people and _is_no_place(context, link.i + 1)
        )
        if link.lower not in ("for", "against", "without") and not articled and not inside:
            continue
        run = chain_run(context, past_article(context, link.i + 1))
        if run and (
            articled
            or inside
            or context.known.is_ordinary(context.words[run.start].text)
            or context.is_demonym(context.words[run.start])
            or _is_topic(context, run)
        ):
            stop = max(chain_end(context, word.i, modified=True), run.stop)
            yield Candidate(left_edge(context, word.i), stop, "organization")


def _is_no_place(context: Context, i: int) -> bool:
    """Whether an ordinary word or faith is where people are, and no place: "Women in Black"."""
    word = context.text.word(i)
    if (
        word is None
        or not context.can_name(word)
        or context.place_kind(context.run(i))
        or word.lower in context.lexicon.places.saints
    ):
        return False
    return context.known.is_ordinary(word.text) or word.lower in ("islam", "exile")


def _is_topic(context: Context, run: range) -> bool:
    return context.words[run.start].lower in context.lexicon.organizations.topics
