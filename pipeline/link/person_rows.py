"""Rows of people: the canonical name and the id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from pipeline.link.given_names import given_name
from pipeline.link.name_words import is_initial, is_patronymic, without_nickname
from pipeline.link.naming import Named, alphabetical, capitalised, row
from pipeline.link.people import Person
from pipeline.link.person_name import PersonName
from pipeline.link.spelling import slug
from pipeline.resources import words

_LAST_LATIN = "\u036f"
_NOTHING_MORE = "0"
_CHAINS = ("arabic", "horn", "burmese", "vietnamese")
_FAMILY_FIRST = ("chinese", "korean", "vietnamese")


def person_rows(people: Sequence[Person]) -> list[Named]:
    """Rows of people, in the order given; their ids may clash."""
    rows = []
    for person in people:
        best = max(person.names, key=_rank(person.uses.pages()))
        base = _base(max(person.names, key=_rank(Counter())), person.home)
        extra = "" if best.bare else " ".join(best.middle) or _NOTHING_MORE
        rows.append(Named(row("person", base, _usual(best), person.uses), person.uses.first, extra))
    return rows


def _base(name: PersonName, home: tuple[str, ...]) -> str:
    """The id by the best form alone: on how many pages it stands may change with any page."""
    return slug(" ".join((*_plain_words(name), *(home if name.bare else ()))))


def _rank(pages: Counter[str]) -> Callable[[PersonName], tuple[object, ...]]:
    """Not bare, in Latin letters, fullest, written as usual, in the person's own spelling, on most pages."""

    def rank(name: PersonName) -> tuple[object, ...]:
        latin = all(c <= _LAST_LATIN or not c.isalpha() for c in name.text)
        full = sum(not is_initial(p) for p in (*name.given, *name.middle)) + len(name.family)
        native = sum(_native(p) for p in name.given)
        return (
            not name.bare,
            latin,
            full,
            not _shouted(name),
            native,
            pages[name.text],
            -len(name.text),
            alphabetical(name.text),
        )

    return rank


def _native(given: str) -> int:
    """Whether a given name is spelt in the Belarusian or Ukrainian way, not by way of the Russian one."""
    if "slavic" not in given_name(given).traditions:
        return 0
    return int(any(mark in given.lower() for mark in words("link/spelling", "native_marks")))


def _shouted(name: PersonName) -> bool:
    return any(w.isupper() and len(w) > 2 and not is_initial(w) for w in name.text.split())


def _plain_words(name: PersonName) -> list[str]:
    """The words that make the id: where there is a given name, no initial, patronymic or second given name.

    So a page that adds one does not change the id. Where names are chains of given ones, all count.
    """
    if name.bare or name.initial or not name.family:
        return [name.text]
    left_out = {m for m in name.middle if is_initial(m) or is_patronymic(m)}
    if name.tradition not in _CHAINS:
        left_out |= {m for m in name.middle if given_name(m).classes}
    if name.family_first and name.tradition not in _FAMILY_FIRST:
        return [*name.given, *(m for m in name.middle if m not in left_out), "-".join(name.family)]
    return [w for w in without_nickname(name.text).split() if w not in left_out]


def _usual(name: PersonName) -> str:
    """The name as usual: `LIPKOUSKI Uladzimir` is Uladzimir Lipkouski; other words stay as written."""
    if not _shouted(name):
        return name.text
    if name.family_first and name.tradition not in _FAMILY_FIRST and name.family:
        return capitalised(" ".join((*name.given, *name.middle, "-".join(name.family))))
    return capitalised(name.text)
