"""Given names across languages: Uladzimir, Vladimir and Volodymyr are one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.link.spelling import spelling_key
from pipeline.resources import table


@dataclass(frozen=True, slots=True)
class NameClass:
    """What is known of a given name; each field is a set, since a form may stand in several classes."""

    classes: frozenset[str]
    traditions: frozenset[str]
    sexes: frozenset[str]


UNKNOWN = NameClass(frozenset(), frozenset(), frozenset())


@cache
def _lexicon() -> dict[str, NameClass]:
    found: dict[str, NameClass] = {}
    for tradition, sexes in table("link/given_names").items():
        for sex, classes in sexes.items():
            for label, forms in classes.items():
                for key in sorted({spelling_key(form) for form in forms}):
                    old = found.get(key, UNKNOWN)
                    found[key] = NameClass(
                        old.classes | {f"{tradition}/{label}"},
                        old.traditions | {tradition},
                        old.sexes | {sex},
                    )
    return found


@cache
def _initials() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for key, known in _lexicon().items():
        for label in known.classes:
            found.setdefault(label, set()).add(key[0])
    return {label: frozenset(letters) for label, letters in found.items()}


def given_name(token: str) -> NameClass:
    """What the lexicon knows of a token as a given name.

    >>> bool(given_name("Uladzimir").classes & given_name("Volodymyr").classes)
    True
    """
    return _lexicon().get(spelling_key(token), UNKNOWN)


@cache
def given_keys(token: str) -> tuple[str, ...]:
    """Keys of which two forms of one given name share one."""
    return (
        *sorted(given_name(token).classes),
        "^" + spelling_key(token, "arabic"),
        "+" + spelling_key(token, "turkic"),
        "=" + spelling_key(token),
        "~" + spelling_key(token, "slavic"),
    )


@cache
def first_letters(token: str) -> frozenset[str]:
    """The letters that may stand for a given name as its initial, in any of its languages.

    >>> sorted(first_letters("Zmitser"))
    ['d', 'z']
    """
    key = spelling_key(token)
    letters = {key[:1]} | {c for label in given_name(token).classes for c in _initials()[label]}
    return frozenset(letters)
