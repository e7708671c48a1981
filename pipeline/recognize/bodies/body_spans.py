"""How far the name of a body without a head noun reaches, and whether it is a person after all."""

from __future__ import annotations

from pipeline.recognize.context import Context


def past_of(context: Context, run: range) -> int:
    """The end of what hangs on a name by a link: "Spring of Hope", "Mreža za Promjene"."""
    organizations = context.lexicon.organizations
    link = context.text.after(run.stop - 1)
    after = context.text.after(link.i) if link and not link.capital else None
    if after and link and after.lower == "the" and link.lower in ("of", "for"):
        after = context.text.after(after.i)
    if link is None or after is None or not context.can_name(after):
        return run.stop
    if link.lower in organizations.foreign_links - {"and", "of", "for", "in", "a", "i", "o", "e", "y", "en"}:
        return context.run(after.i).stop
    if link.lower not in ("of", "for"):
        return run.stop
    ordinary = any(context.known.is_ordinary(word.text) for word in (after, context.words[run.stop - 1]))
    return context.run(after.i).stop if ordinary else run.stop


def collective_run(context: Context, i: int) -> range:
    """Capitals from word i, past a people's possessive: "Women's Press Bench"."""
    run = context.run(i)
    word, following = context.words[run.stop - 1], context.text.word(run.stop)
    plural = following is not None and following.gap in ("' ", "’ ")
    if (
        (word.possessive or plural)
        and word.lower in context.lexicon.organizations.collective
        and context.can_name(following)
    ):
        return range(i, context.run(run.stop).stop)
    return run


def is_person(context: Context, run: range) -> bool:
    first = context.words[run.start]
    return (
        len(run) > 1
        and (context.known.is_given(first.text) or context.is_title(first))
        and not any(context.known.is_ordinary(context.words[i].text) for i in run)
    )
