"""Names with the family name first: Chinese, Korean and Vietnamese ones."""

from __future__ import annotations

import re
from functools import cache

from pipeline.link.given_names import given_name
from pipeline.link.name_words import is_initial
from pipeline.resources import words
from pipeline.romanization import ascii_lower

_SYLLABLES_APART = re.compile(r"[A-Z][a-z]{0,5}-[a-z]{1,6}")
_SYLLABLES = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en"
    r"|in|un|ia|ie|iu|ua|ue|ui|uo|eo|ye|wo|yu|er|a|e|i|o|u)(?:k|t|p|m)?-?){1,3}"
)


def east_asian(tokens: tuple[str, ...]) -> str | None:
    first, rest = ascii_lower(tokens[0]), tokens[1:]
    if any(given_name(t).traditions - {"arabic", "turkic"} or is_initial(t) for t in rest):
        return None
    if len(tokens) <= 3 and first in words("link/surnames", "chinese") and all(_pinyin(t) for t in rest):
        return "chinese"
    syllables = any("-" in t for t in rest) or _korean(rest)
    if len(tokens) <= 3 and first in words("link/surnames", "korean") and syllables:
        return "korean"
    if len(tokens) == 2 and first in words("link/surnames", "korean") and _pinyin(rest[0]):
        return "korean"
    if len(tokens) == 2 and _SYLLABLES_APART.fullmatch(rest[0]) and _pinyin(rest[0]):
        return "chinese"
    if (
        len(tokens) >= 2
        and first in words("link/surnames", "vietnamese")
        and all(len(ascii_lower(t)) <= 6 for t in rest)
    ):
        return "vietnamese"
    return None


def is_burmese(tokens: tuple[str, ...]) -> bool:
    """Whether all words of a name are Burmese ones, and not all could be Chinese."""
    known = words("link/surnames", "burmese")
    plain = [ascii_lower(token) for token in tokens]
    return len(tokens) > 1 and all(t in known for t in plain) and not all(map(_pinyin, tokens))


def _korean(rest: tuple[str, ...]) -> bool:
    """Whether the words after a family name are one or two Korean syllables: Yong Chol, Yongchol."""
    return len(rest) <= 2 and bool(_korean_syllables().fullmatch("".join(map(ascii_lower, rest))))


@cache
def _korean_syllables() -> re.Pattern[str]:
    syllables = sorted(words("link/surnames", "korean_syllables"), key=lambda s: (-len(s), s))
    return re.compile(f"(?:{'|'.join(syllables)}){{1,2}}")


def _pinyin(token: str) -> bool:
    return len(token) <= 14 and bool(_SYLLABLES.fullmatch(ascii_lower(token).replace("'", "")))
