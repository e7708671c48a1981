"""The words of a person's name: initials, patronymics, titles, particles, double names."""

from __future__ import annotations

import re
from functools import cache

from pipeline.resources import table, words
from pipeline.romanization import ascii_lower

_TOKEN = re.compile(r"[^\W\d_][^\s,;()\[\]\"“”«»/]*|,")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s?$")
_BRACKETS = re.compile(r"[(\[][^()\[\]]{0,80}[)\]]")
_NICKNAME = re.compile(r"(?<=\w )[\"“”«„'‘][^\"“”«»„‘’']{1,40}[\"“”»'’](?= \w)")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?){1,4}$|[A-ZА-ЯЁЎІ]$")
_PATRONYMIC = re.compile(r"(?:[oeiya]vna|[aeo]una|i[cn]hna|[oeya]v[iy]ch|[oeya]vic|ilich|ovych)$")
WOMAN_PATRONYMIC = re.compile(r"(?:[oeiya]vna|[aeo]una|ichna)$")


def is_initial(token: str) -> bool:
    """Whether a token stands for a name by its first letter.

    >>> is_initial("O."), is_initial("J.-P."), is_initial("Bo")
    (True, True, False)
    """
    return bool(_INITIALS.fullmatch(token))


def is_patronymic(token: str) -> bool:
    """Whether a word looks like an East Slavic patronymic; many family names do too.

    >>> is_patronymic("Petrivna"), is_patronymic("Vladimirovich"), is_patronymic("Havryliuk")
    (True, True, False)
    """
    return bool(_PATRONYMIC.search(ascii_lower(token)))


@cache
def slavic_ending(token: str) -> bool:
    """Whether a family name ends like an East Slavic one."""
    plain = ascii_lower(token).replace("y", "i")
    plain = re.sub(r"ii+", "i", plain)
    return len(plain) > 4 and plain.endswith(tuple(sorted(words("link/spelling", "slavic_endings"))))


def title_sex(token: str) -> str | None:
    """`m`, `f` or `any` for a title, None for another word.

    >>> title_sex("Mr."), title_sex("Ms"), title_sex("Dr"), title_sex("Olga")
    ('m', 'f', 'any', None)
    """
    plain = ascii_lower(token).rstrip(".")
    for sex in ("m", "f", "any"):
        if plain in words("link/surnames", "titles", sex) or plain in _titles(sex):
            return sex
    return None


@cache
def _titles(sex: str) -> frozenset[str]:
    """The titles of titles.toml without marks."""
    return frozenset(map(ascii_lower, words("titles", sex)))


def nickname_in(text: str) -> str | None:
    """A nickname in quotation marks inside a name.

    >>> nickname_in('Renato "Nato" Balagtas'), nickname_in("Chidi N'Dour")
    ('Nato', None)
    """
    match = _NICKNAME.search(text)
    return match[0].strip("\"“”«»„'‘’") if match else None


def without_nickname(text: str) -> str:
    """A name without the nickname in it."""
    return " ".join(_NICKNAME.sub(" ", text).split())


def title_of_name(text: str) -> str | None:
    """The sex that the titles in front of a name tell, `m` or `f`; None where none tells.

    >>> title_of_name("Daw Khin Htwe Oo"), title_of_name("Prof. Sir Ivor Dlomo"), title_of_name("Ivor Dlomo")
    ('f', 'm', None)
    """
    tokens = _split(text)[0]
    titles = tokens[: len(tokens) - len(_without_titles(tokens))]
    told = table("link/surnames")["titles"]["sexes"]
    sexes = [told.get(ascii_lower(title).rstrip(".")) or title_sex(title) for title in titles]
    return next((sex for sex in sexes if sex in ("m", "f")), None)


def name_words(text: str) -> tuple[tuple[str, ...], int]:
    """The words of the name, particles joined to theirs; after how many of them a comma stood."""
    tokens, comma = _split(text)
    found = _without_titles(tokens)
    comma = comma - (len(tokens) - len(found)) if comma else 0
    joined: list[str] = []
    pending = ""
    family_first = bool(found) and ascii_lower(found[0]) in words("link/surnames", "vietnamese")
    for i, token in enumerate(found):
        plain = ascii_lower(token).strip(".")
        last = i == len(found) - 1
        if plain in words("link/surnames", "after") and joined and not pending:
            if plain not in words("link/surnames", "dropped_after"):
                joined[-1] += " " + token
        elif not last and not family_first and _is_particle(token, plain, bool(joined)):
            pending += token + " "
        else:
            joined.append(pending + token)
            pending = ""
    comma = comma if 0 < comma < len(joined) else 0
    return tuple(joined), comma


def _split(text: str) -> tuple[list[str], int]:
    """The words of the text outside brackets and nicknames; after how many of them a comma stood."""
    found: list[str] = []
    comma = 0
    text = _NICKNAME.sub(" ", _BRACKETS.sub(" ", text)) or text
    for raw in _TOKEN.findall(text):
        if raw == ",":
            comma = comma or len(found)
            continue
        token = _POSSESSIVE.sub("", raw)
        found.extend(re.findall(r"[A-ZА-Я]\.(?=[A-ZА-Я]\.)|.+", token))
    return found, comma


def _without_titles(tokens: list[str]) -> list[str]:
    start = 0
    while start < len(tokens) - 1 and (
        title_sex(tokens[start]) is not None or _is_address(tokens[start], tokens[start + 1 :])
    ):
        start += 1
    return tokens[start:]


def _is_address(token: str, following: list[str]) -> bool:
    """Whether a short word before a name is a form of address, not an initial or a family name.

    "Ma Ying Jeou" and "Ko Un" have family names; before a Burmese name or three words it is none.
    """
    if token.endswith(".") or not token[:1].isupper() or token[1:] != token[1:].lower():
        return False
    plain, titles = ascii_lower(token), "titles"
    if plain in words("link/surnames", titles, "before_two"):
        return len(following) >= 2
    if plain in words("link/surnames", titles, "or_family_name"):
        burmese = all(ascii_lower(word) in words("link/surnames", "burmese") for word in following)
        return len(following) >= (1 if burmese else 3)
    return plain in words("link/surnames", titles, "or_initial")


def _is_particle(token: str, plain: str, inside: bool) -> bool:
    if plain in words("link/surnames", "arabic_particles"):
        return True
    return plain in words("link/surnames", "particles") and (inside or token.islower())


def double_parts(token: str) -> tuple[str, ...]:
    """The parts of a hyphenated double name; a name with an Arabic prefix is one."""
    head = ascii_lower(token.split("-", 1)[0]).strip()
    if "-" not in token or head in words("link/surnames", "arabic_particles") or " " in token:
        return (token,)
    return tuple(part for part in token.split("-") if part)


def doubles(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for token in tokens for part in double_parts(token))
