"""A person's name in its parts: given, middle, family."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.link.common_names import is_hungarian
from pipeline.link.given_names import given_name
from pipeline.link.name_order import east_asian, is_burmese
from pipeline.link.name_words import (
    WOMAN_PATRONYMIC,
    double_parts,
    doubles,
    is_initial,
    is_patronymic,
    name_words,
    slavic_ending,
    title_of_name,
)
from pipeline.link.person_traits import sex_of, tradition_of
from pipeline.romanization import ascii_lower


@dataclass(frozen=True, slots=True)
class PersonName:
    """Parts of a name, as written. A name of one word has it as `given` and as `family`, and is `bare`.

    `given` and each of `middle` may be initials ("O."). `family` holds the parts of a double name.
    `family_first` tells how the text ordered them.
    """

    text: str
    given: tuple[str, ...]
    middle: tuple[str, ...]
    family: tuple[str, ...]
    bare: bool
    tradition: str
    sex: str | None
    family_first: bool

    @property
    def words(self) -> tuple[str, ...]:
        """All words of the name, given ones first."""
        return (*self.given, *self.middle, *self.family)

    @property
    def initial(self) -> bool:
        """Whether the given name is only an initial."""
        return bool(self.given) and is_initial(self.given[0])

    @property
    def detail(self) -> tuple[int, int, int]:
        """How much the name says: more is fuller."""
        full = [p for p in (*self.given, *self.middle) if not is_initial(p)]
        return (int(not self.bare), len(full) + len(self.family), len(self.given) + len(self.middle))


@cache
def parse_name(text: str) -> PersonName:
    """Read a name as it stands in a text, titles allowed.

    >>> n = parse_name("LIPKOUSKI Uladzimir"); n.given, n.family, n.family_first
    (('Uladzimir',), ('LIPKOUSKI',), True)
    >>> n = parse_name("Halyna Petrivna Havryliuk"); n.given, n.middle, n.family
    (('Halyna',), ('Petrivna',), ('Havryliuk',))
    >>> n = parse_name("Liu Xiaobo"); n.given, n.family
    (('Xiaobo',), ('Liu',))
    >>> parse_name("el-Masry").bare
    True
    """
    tokens, comma = name_words(text)
    if not tokens:
        return PersonName(text, (), (), (), True, "unknown", None, False)
    if len(tokens) == 1 and not is_initial(tokens[0]):
        return _named(text, (tokens[0],), (), double_parts(tokens[0]), True, False)
    if comma:
        return _named(
            text, tokens[comma : comma + 1], tokens[comma + 1 :], doubles(tokens[:comma]), False, True
        )
    return _ordered(text, tokens)


def _ordered(text: str, tokens: tuple[str, ...]) -> PersonName:
    capitals = [len(t) > 2 and t.isupper() for t in tokens]
    if capitals[0] and not all(capitals) and not capitals[-1]:
        count = capitals.index(False)
        return _named(
            text, tokens[count : count + 1], tokens[count + 1 :], doubles(tokens[:count]), False, True
        )
    if is_initial(tokens[-1]):  # Havryliuk H. P.
        count = next((i for i, t in enumerate(tokens) if is_initial(t)), 1) or len(tokens) - 1
        return _named(
            text, tokens[count : count + 1], tokens[count + 1 :], doubles(tokens[:count]), False, True
        )
    if is_burmese(tokens):
        return _named(text, tokens[:1], tokens[1:-1], tokens[-1:], False, False, "burmese")
    if east_asian(tokens):
        return _family_first_name(text, tokens)
    if (
        len(tokens) == 3
        and is_patronymic(tokens[2])
        and given_name(tokens[1]).classes
        and not given_name(tokens[0]).classes
    ):
        return _named(text, tokens[1:2], tokens[2:], doubles(tokens[:1]), False, True)
    if len(tokens) == 2 and WOMAN_PATRONYMIC.search(ascii_lower(tokens[1])):
        return _named(text, tokens[:1], tokens[1:], (), False, False)
    if _inverted(tokens):
        return _named(text, tokens[1:2], tokens[2:], doubles(tokens[:1]), False, True)
    return _named(text, tokens[:1], tokens[1:-1], doubles(tokens[-1:]), False, False)


def _inverted(tokens: tuple[str, ...]) -> bool:
    """Whether the family name is first: in Hungarian, or before a Slavic given name alone."""
    if given_name(tokens[0]).classes or is_initial(tokens[0]) or any(map(is_initial, tokens)):
        return False
    if is_hungarian(tokens[0], "last_name") and is_hungarian(tokens[-1], "first_name"):
        return not is_hungarian(tokens[0], "first_name")
    if len(tokens) != 2:
        return False
    known = given_name(tokens[1])
    return (
        "slavic" in known.traditions
        and bool(known.classes)
        and slavic_ending(tokens[0])
        and not slavic_ending(tokens[1])
    )


def _family_first_name(text: str, tokens: tuple[str, ...]) -> PersonName:
    tradition = east_asian(tokens) or "chinese"
    if tradition == "vietnamese" and len(tokens) > 2:
        return _named(text, tokens[-1:], tokens[1:-1], tokens[:1], False, True, tradition)
    given = (
        "".join(
            t.replace("-", "").capitalize() if i == 0 else t.replace("-", "").lower()
            for i, t in enumerate(tokens[1:])
        ),
    )
    return _named(text, given, (), tokens[:1], False, True, tradition)


def _named(
    text: str,
    given: tuple[str, ...],
    middle: tuple[str, ...],
    family: tuple[str, ...],
    bare: bool,
    family_first: bool,
    tradition: str | None = None,
) -> PersonName:
    return PersonName(
        text,
        given,
        middle,
        family,
        bare,
        tradition or tradition_of(given, middle, family),
        title_of_name(text) or sex_of(given, middle, family, bare),
        family_first,
    )
