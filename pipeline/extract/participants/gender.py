"""Whether a name is a woman's or a man's, as far as the words show it.

Evidence in order: a title or kin noun beside the name ('Ms', 'his wife, ...'), a given name of the
lists (`pipeline.given_names`), the ending of a patronymic or family name. Without evidence: None.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.extract.frames.declared import load_words
from pipeline.given_names import FEMININE, MASCULINE, gender_of_given_name


def gender_of_noun(noun: str) -> str | None:
    """Of a title or a noun for a person.

    >>> gender_of_noun("wife"), gender_of_noun("Mr"), gender_of_noun("lawyer")
    ('feminine', 'masculine', None)
    """
    words, noun = load_words("coreference"), noun.lower().rstrip(".")
    if noun in words["feminine_titles"] or noun in words["feminine_nouns"]:
        return FEMININE
    if noun in words["masculine_titles"] or noun in words["masculine_nouns"]:
        return MASCULINE
    return None


def gender_of_name(forms: Iterable[str]) -> str | None:
    """Of a person called by these forms; None where no given name and no ending shows it.

    >>> gender_of_name(["Iryna Lipkouskaya"]), gender_of_name(["Wu", "Karim Wu"]), gender_of_name(["Luka"])
    ('feminine', 'masculine', 'masculine')
    >>> gender_of_name(["Qwrt"]) is None
    True
    """
    fullest = sorted(({*forms}), key=lambda form: (-len(form.split()), form))
    parts = [[part.casefold().strip(".,") for part in form.split()] for form in fullest]
    for first in (form[0] for form in parts if form):
        if (gender := gender_of_given_name(first)) is not None:
            return gender
    return next((g for form in parts for part in form if (g := _gender_of_ending(part))), None)


def _gender_of_ending(part: str) -> str | None:
    words = load_words("coreference")
    for gender, endings in (
        (FEMININE, words["feminine_endings"]),
        (MASCULINE, words["masculine_endings"]),
    ):
        if any(len(part) > len(end) + 2 and part.endswith(end) for end in endings):
            return gender
    return None
