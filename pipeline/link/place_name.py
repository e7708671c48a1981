"""A place name taken apart: the place itself, its kind, what is only said around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.gazetteer import countries, place_key
from pipeline.resources import words

_ARTICLE = re.compile(r"^(?:the|The|THE)\s+")
_FORM_OF = re.compile(r"^(?P<form>[\w' ]{4,40}) of (?:the )?(?P<core>\S.*)$")


@dataclass(frozen=True, slots=True)
class PlaceName:
    """`core` names the place, `loose` is true where words around it were left out.

    `kind` is told by a word of the name itself, None where none tells.
    """

    text: str
    core: str
    kind: str | None
    loose: bool

    @property
    def key(self) -> str:
        """What spellings of the core have in common."""
        return place_key(self.core)


def parse_place(text: str) -> PlaceName:
    """Take a place name apart.

    >>> parse_place("Kaspiysk road").core, parse_place("river Selenga").core
    ('Kaspiysk', 'Selenga')
    >>> parse_place("Chistoprudny Boulevard").kind, parse_place("Freedom Square").kind
    ('street', 'other')
    >>> parse_place("Republic of Belarus").core
    'Belarus'
    """
    plain = _ARTICLE.sub("", text.strip(' .,;:"“”«»()'))
    core = _without_tails(plain)
    if (match := _FORM_OF.match(core)) and place_key(core) not in countries():
        form = match["form"].lower().split()
        if all(word in words("link/places", "tails", "forms_of") for word in form):
            return PlaceName(text, match["core"], None, True)
    return PlaceName(text, core, kind_of(core), core != plain)


def _without_tails(name: str) -> str:
    """The name without lower-case words around it that do not make it another place."""
    tokens = name.split()
    while len(tokens) > 1 and tokens[-1].islower() and tokens[-1] in words("link/places", "tails", "after"):
        tokens = tokens[:-1]
    while len(tokens) > 1 and tokens[0].islower() and tokens[0] in words("link/places", "tails", "before"):
        tokens = tokens[2:] if tokens[1] == "of" and len(tokens) > 2 else tokens[1:]
    return " ".join(tokens)


def kind_of(name: str) -> str | None:
    """The kind that a word of the name tells: the last, the first, or the one before "of" or "No."."""
    tokens = place_key(name).split()
    if len(tokens) < 2:
        return None
    if "no" in tokens[1:] or tokens[-1].isdigit():
        return "other"
    told = (
        [tokens[-1], tokens[0], *tokens[: tokens.index("of")][-1:]]
        if "of" in tokens
        else [tokens[-1], tokens[0]]
    )
    for word in told:
        for kind in ("street", "region", "other"):
            if word in words("link/places", "kinds", kind):
                return kind
    return None
