"""Organisations by their people and cause."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.chains import chain_end, chain_run, past_article
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.left_edge import left_edge


def people_for(context: Context) -> Iterator[Candidate]:
    """A body named by its people and their cause: "Lawyers for Human Rights", "Students Against Torture"."""
    organizations = context.lexicon.organizations
    for word in context.free_words():
        link = context.text.after(word.i)
        if not word.capital or word.lower not in organizations.people | organizations.causes or link is None:
            continue
        article = context.text.before(word.i)
        named = (article is not None and article.lower == "the") or not word.opening
        articled = named and link.lower == "of" and word.lower in organizations.people
        if link.lower not in ("for", "against", "without") and not articled:
            continue
        run = chain_run(context, past_article(context, link.i + 1))
        if run and (
            articled or context.known.is_ordinary(context.words[run.start].text) or _is_topic(context, run)
        ):
            stop = max(chain_end(context, word.i, modified=True), run.stop)
            yield Candidate(left_edge(context, word.i), stop, "organization")


def _is_topic(context: Context, run: range) -> bool:
    return context.words[run.start].lower in context.lexicon.organizations.topics
