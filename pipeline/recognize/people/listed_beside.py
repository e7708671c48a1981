"""What stands in one list with a name: "in Bastar and X", "X, Y and Ales Bialiatski"."""

from __future__ import annotations

from pipeline.recognize.context import Context
from pipeline.recognize.words.words import Word

_FURTHER = 3  # names of a list that are looked past for one whose kind is known


def is_beside(context: Context, run: range, kind: str) -> bool:
    """Whether a name of a kind stands in the same list: "in Bastar and X", "X, Y and Ales Bialiatski"."""
    return _listed_kind(context, run.start, -1) == kind or _listed_kind(context, run.stop - 1, 1) == kind


def _listed_kind(context: Context, i: int, step: int) -> str | None:
    """The kind of the nearest claimed name in a list on one side of word i."""
    for _ in range(_FURTHER):
        later = i + 1 if step > 0 else i
        link, other = context.text.word(later), i + step
        if link is None:
            return None
        word = context.text.word(other)
        if word is not None and word.lower in ("and", "or") and word.gap in (" ", ", "):
            near = context.text.word(other + step)
            link, word = (near if step > 0 else link), near
            if link is None or link.gap != " ":
                return None
        elif link.gap != ", ":
            return None
        if word is None:
            return None
        owner = context.claims.owner(word.i)
        if owner is not None:
            return owner.kind
        if not context.can_name(word):
            return None
        run = context.run(word.i)
        i = run.stop - 1 if step > 0 else _first(context, word)
    return None


def _first(context: Context, word: Word) -> int:
    i = word.i
    while i > 0 and context.joined(i) and context.can_name(context.words[i - 1]):
        i -= 1
    return i
