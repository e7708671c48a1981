"""Whether a name is a woman's or a man's, as far as the words show it.

Evidence in order: a title or kin noun beside the name ('Ms', 'his wife, ...'), a given name of the
list, the ending of a family name, a given name in -a. Without evidence: None.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.extract.frames import load_words

FEMININE, MASCULINE = "feminine", "masculine"


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
    """Of a person called by these forms.

    >>> gender_of_name(["Iryna Lipkouskaya"]), gender_of_name(["Karim Abdel-Latif"]), gender_of_name(["Wu"])
    ('feminine', 'masculine', None)
    """
    words = load_words("coreference")
    parts = [part.lower().strip(".,") for form in sorted(forms) for part in form.split()]
    masculine = words["masculine_given"]
    for part in parts:
        if part in words["feminine_given"]:
            return FEMININE
        if part in masculine:
            return MASCULINE
    for part in parts:
        if any(len(part) > len(end) + 2 and part.endswith(end) for end in words["feminine_endings"]):
            return FEMININE
        if any(len(part) > len(end) + 2 and part.endswith(end) for end in words["masculine_endings"]):
            return MASCULINE
    return FEMININE if any(len(part) > 3 and part.endswith("a") for part in parts[:1]) else None
