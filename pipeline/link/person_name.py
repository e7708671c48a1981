"""A person's name in its parts: given, middle, family."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.link.given_names import given_name
from pipeline.link.spelling import ascii_lower, spelling_key
from pipeline.link.tables import words

_TOKEN = re.compile(r"[^\W\d_][^\s,;()\[\]\"“”«»/]*|,")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s?$")
_BRACKETS = re.compile(r"[(\[][^()\[\]]{0,80}[)\]]")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?){1,4}$|[A-ZА-ЯЁЎІ]$")
_PATRONYMIC = re.compile(r"(?:[oeiya]vna|[aeo]una|i[cn]hna|[oeya]v[iy]ch|[oeya]vic|ilich|ovych)$")
_WOMAN_PATRONYMIC = re.compile(r"(?:[oeiya]vna|[aeo]una|ichna)$")


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
    def initial(self) -> bool:
        """Whether the given name is only an initial."""
        return bool(self.given) and is_initial(self.given[0])

    @property
    def detail(self) -> tuple[int, int, int]:
        """How much the name says: more is fuller."""
        full = [p for p in (*self.given, *self.middle) if not is_initial(p)]
        return (int(not self.bare), len(full) + len(self.family), len(self.given) + len(self.middle))


def is_initial(token: str) -> bool:
    """Whether a token stands for a name by its first letter.

    >>> is_initial("O."), is_initial("J.-P."), is_initial("Bo")
    (True, True, False)
    """
    return bool(_INITIALS.fullmatch(token))


@cache
def parse_name(text: str) -> PersonName:
    """Read a name as it stands in a text, titles allowed.

    >>> n = parse_name("SHARKOUSKI Uladzimir"); n.given, n.family, n.family_first
    (('Uladzimir',), ('SHARKOUSKI',), True)
    >>> n = parse_name("Oksana Mykolaivna Yaremchuk"); n.given, n.middle, n.family
    (('Oksana',), ('Mykolaivna',), ('Yaremchuk',))
    >>> n = parse_name("Liu Xiaobo"); n.given, n.family
    (('Xiaobo',), ('Liu',))
    >>> parse_name("el-Gohary").bare
    True
    """
    tokens, comma = _tokens(text)
    if not tokens:
        return PersonName(text, (), (), (), True, "unknown", None, False)
    if len(tokens) == 1 and not is_initial(tokens[0]):
        return _named(text, (tokens[0],), (), _double(tokens[0]), True, False)
    if comma:
        return _named(
            text, tokens[comma : comma + 1], tokens[comma + 1 :], _doubles(tokens[:comma]), False, True
        )
    return _ordered(text, tokens)


def _tokens(text: str) -> tuple[tuple[str, ...], int]:
    """The words of the name, particles joined to theirs; after how many of them a comma stood."""
    found: list[str] = []
    comma = 0
    text = _BRACKETS.sub(" ", text) or text
    for raw in _TOKEN.findall(text):
        if raw == ",":
            comma = comma or len(found)
            continue
        token = _POSSESSIVE.sub("", raw)
        found.extend(re.findall(r"[A-ZА-Я]\.(?=[A-ZА-Я]\.)|.+", token))
    found = _without_titles(found)
    joined: list[str] = []
    pending = ""
    family_first = bool(found) and ascii_lower(found[0]) in words("surnames", "vietnamese")
    for i, token in enumerate(found):
        plain = ascii_lower(token).strip(".")
        last = i == len(found) - 1
        if plain in words("surnames", "after") and joined and not pending:
            if plain not in words("surnames", "dropped_after"):
                joined[-1] += " " + token
        elif not last and not family_first and _is_particle(token, plain, bool(joined)):
            pending += token + " "
        else:
            joined.append(pending + token)
            pending = ""
    comma = comma if 0 < comma < len(joined) else 0
    return tuple(joined), comma


def _without_titles(tokens: list[str]) -> list[str]:
    start = 0
    while start < len(tokens) - 1 and title_sex(tokens[start]) is not None:
        start += 1
    return tokens[start:]


def title_sex(token: str) -> str | None:
    """`m`, `f` or `any` for a title, None for another word.

    >>> title_sex("Mr."), title_sex("Ms"), title_sex("Dr"), title_sex("Olga")
    ('m', 'f', 'any', None)
    """
    plain = ascii_lower(token).rstrip(".")
    for sex in ("m", "f", "any"):
        if plain in words("surnames", "titles", sex):
            return sex
    return None


def _is_particle(token: str, plain: str, inside: bool) -> bool:
    if plain in words("surnames", "arabic_particles"):
        return True
    return plain in words("surnames", "particles") and (inside or token.islower())


def _double(token: str) -> tuple[str, ...]:
    """The parts of a hyphenated double name; a name with an Arabic prefix is one."""
    head = ascii_lower(token.split("-", 1)[0]).strip()
    if "-" not in token or head in words("surnames", "arabic_particles") or " " in token:
        return (token,)
    return tuple(part for part in token.split("-") if part)


def _doubles(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for token in tokens for part in _double(token))


def _ordered(text: str, tokens: tuple[str, ...]) -> PersonName:
    capitals = [len(t) > 2 and t.isupper() for t in tokens]
    if capitals[0] and not all(capitals) and not capitals[-1]:
        count = capitals.index(False)
        return _named(
            text, tokens[count : count + 1], tokens[count + 1 :], _doubles(tokens[:count]), False, True
        )
    if is_initial(tokens[-1]):  # Yaremchuk O. M.
        count = next((i for i, t in enumerate(tokens) if is_initial(t)), 1) or len(tokens) - 1
        return _named(
            text, tokens[count : count + 1], tokens[count + 1 :], _doubles(tokens[:count]), False, True
        )
    if _east_asian(tokens):
        return _family_first_name(text, tokens)
    if (
        len(tokens) == 3
        and is_patronymic(tokens[2])
        and given_name(tokens[1]).classes
        and not given_name(tokens[0]).classes
    ):
        return _named(text, tokens[1:2], tokens[2:], _doubles(tokens[:1]), False, True)
    if len(tokens) == 2 and _WOMAN_PATRONYMIC.search(ascii_lower(tokens[1])):
        return _named(text, tokens[:1], tokens[1:], (), False, False)
    if _inverted(tokens):
        return _named(text, tokens[1:], (), _doubles(tokens[:1]), False, True)
    return _named(text, tokens[:1], tokens[1:-1], _doubles(tokens[-1:]), False, False)


def _inverted(tokens: tuple[str, ...]) -> bool:
    """Whether a two-word name has its family name first: only the second is a given name, and Slavic."""
    if len(tokens) != 2 or given_name(tokens[0]).classes or is_initial(tokens[0]):
        return False
    known = given_name(tokens[1])
    return (
        "slavic" in known.traditions
        and bool(known.classes)
        and slavic_ending(tokens[0])
        and not slavic_ending(tokens[1])
    )


def is_patronymic(token: str) -> bool:
    """Whether a word looks like an East Slavic patronymic; many family names do too.

    >>> is_patronymic("Mykolaivna"), is_patronymic("Vladimirovich"), is_patronymic("Yaremchuk")
    (True, True, False)
    """
    return bool(_PATRONYMIC.search(ascii_lower(token)))


@cache
def slavic_ending(token: str) -> bool:
    """Whether a family name ends like an East Slavic one."""
    plain = ascii_lower(token).replace("y", "i")
    plain = re.sub(r"ii+", "i", plain)
    return len(plain) > 4 and plain.endswith(tuple(sorted(words("spelling", "slavic_endings"))))


def _east_asian(tokens: tuple[str, ...]) -> str | None:
    first, rest = ascii_lower(tokens[0]), tokens[1:]
    if any(given_name(t).traditions - {"arabic", "turkic"} or is_initial(t) for t in rest):
        return None
    if len(tokens) <= 3 and first in words("surnames", "chinese") and all(_pinyin(t) for t in rest):
        return "chinese"
    if len(tokens) <= 3 and first in words("surnames", "korean") and any("-" in t for t in rest):
        return "korean"
    if len(tokens) == 2 and first in words("surnames", "korean") and _pinyin(rest[0]):
        return "korean"
    if len(tokens) == 2 and _SYLLABLES_APART.fullmatch(rest[0]) and _pinyin(rest[0]):
        return "chinese"
    if (
        len(tokens) >= 2
        and first in words("surnames", "vietnamese")
        and all(len(ascii_lower(t)) <= 6 for t in rest)
    ):
        return "vietnamese"
    return None


_SYLLABLES_APART = re.compile(r"[A-Z][a-z]{0,5}-[a-z]{1,6}")
_SYLLABLES = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en"
    r"|in|un|ia|ie|iu|ua|ue|ui|uo|eo|ye|wo|yu|er|a|e|i|o|u)(?:k|t|p|m)?-?){1,3}"
)


def _pinyin(token: str) -> bool:
    return len(token) <= 14 and bool(_SYLLABLES.fullmatch(ascii_lower(token).replace("'", "")))


def _family_first_name(text: str, tokens: tuple[str, ...]) -> PersonName:
    tradition = _east_asian(tokens) or "chinese"
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
        tradition or _tradition(given, family),
        _sex(given, middle, family, bare),
        family_first,
    )


def _tradition(given: tuple[str, ...], family: tuple[str, ...]) -> str:
    known = given_name(given[0]).traditions if given else frozenset()
    if any(slavic_ending(f) for f in family) or ("slavic" in known and "arabic" not in known):
        return "slavic"
    prefixes = words("surnames", "arabic_particles")
    if "arabic" in known or any(re.split(r"[- ]", ascii_lower(t))[0] in prefixes for t in (*given, *family)):
        return "arabic"
    return min(known, default="unknown")


def _sex(given: tuple[str, ...], middle: tuple[str, ...], family: tuple[str, ...], bare: bool) -> str | None:
    for token in middle:
        if is_patronymic(token):
            return "f" if _WOMAN_PATRONYMIC.search(ascii_lower(token)) else "m"
    sexes = given_name(given[0]).sexes if given else frozenset()
    if len(sexes) == 1 and not bare:
        return min(sexes)
    ending = spelling_key(family[-1], "slavic") if family else ""
    if len(ending) > 6 and ending.endswith(("skaia", "skae", "ava", "eva", "ina")):
        return "f"
    return "m" if len(ending) > 6 and ending.endswith(("ski", "kav", "nav", "rav", "lav")) else None
