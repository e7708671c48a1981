"""When tellings of each event type may be one event, read from resources/extract/joining.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.errors import PipelineError
from pipeline.resources import read_toml

PATH = Path(__file__).parents[2] / "resources" / "extract" / "joining.toml"
KEY_ROLES = ("actor", "target")
UNDATED = ("participant", "words", "never")
WORD_LISTS = ("definite", "complement", "light")
FIGURES = ("term", "sum")


@dataclass(frozen=True, slots=True)
class Profile:
    """What makes two tellings of a type one event; the fields are explained in joining.toml."""

    group: str
    key: str
    undated: str
    public: bool
    lasting: bool
    figures: str
    kinds: tuple[tuple[str, re.Pattern[str]], ...]

    def kind_of(self, trigger: str) -> str | None:
        """The kind of a trigger: the first whose words it holds, None of none.

        >>> load_profiles()["arrest"].kind_of("was remanded in custody")
        'hold'
        """
        return next((name for name, words in self.kinds if words.search(trigger)), None)


@dataclass(frozen=True, slots=True)
class Words:
    """Words that speak for or against one event, whatever its type."""

    apart: re.Pattern[str]
    definite: frozenset[str]
    complement: frozenset[str]
    light: frozenset[str]


@dataclass(frozen=True, slots=True)
class Figures:
    """How terms and sums are written: a pattern of number, half and unit, and the values of numbers."""

    patterns: Mapping[str, re.Pattern[str]]
    numbers: Mapping[str, float]


def pattern_of(words: list[str]) -> re.Pattern[str]:
    """Any of the words, whole; a word that ends in * stands for all that begin so."""
    parts = (re.escape(w.removesuffix("*")) + (r"\w*" if w.endswith("*") else "") for w in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


@cache
def load_profiles(path: Path = PATH) -> Mapping[str, Profile]:
    """The profile of every event type named in the file; `""` has the default.

    Raises PipelineError where the file is broken or a value is not allowed.
    """
    raw = read_toml(path)
    default = raw.get("default", {})
    types: dict[str, dict[str, Any]] = {"": {}, **raw.get("type", {})}
    return {name: _profile(path, name, {**default, **own}) for name, own in types.items()}


def profile_of(event_type: str) -> Profile:
    """The profile of an event type, the default where the file does not name it."""
    profiles = load_profiles()
    return profiles.get(event_type) or profiles[""]


@cache
def load_words(path: Path = PATH) -> Words:
    """The words of the file's section [words]. Raises PipelineError where one is missing."""
    raw = _section(path, "words", "apart", *WORD_LISTS)
    return Words(pattern_of(raw["apart"]), *(frozenset(raw[name]) for name in WORD_LISTS))


@cache
def load_figures(path: Path = PATH) -> Figures:
    """The file's section [figures]. Raises PipelineError where a list is missing."""
    raw = _section(path, "figures", "numbers", *FIGURES)
    words = "|".join(map(re.escape, sorted(raw["numbers"], key=len, reverse=True)))
    number = rf"(?<![\w.,])(\d[\d.,]{{0,12}}|{words})( and a half)?[ -]"
    patterns = {
        name: re.compile(rf"{number}({'|'.join(map(re.escape, raw[name]))})", re.IGNORECASE)
        for name in FIGURES
    }
    return Figures(patterns, raw["numbers"])


def _section(path: Path, name: str, *keys: str) -> dict[str, Any]:
    section: dict[str, Any] = read_toml(path).get(name, {})
    for key in keys:
        if key not in section:
            raise PipelineError(f"{path}: [{name}] has no {key}; add it")
    return section


def _profile(path: Path, name: str, values: dict[str, Any]) -> Profile:
    known = {"group", "key", "undated", "public", "lasting", "figures", "kinds"}
    if unknown := sorted(set(values) - known):
        raise PipelineError(
            f"{path}: [type.{name}] has an unknown key {unknown[0]}; use one of {sorted(known)}"
        )
    for key, allowed in (("key", KEY_ROLES), ("undated", UNDATED), ("figures", ("", *FIGURES))):
        if values.get(key, "") not in allowed:
            raise PipelineError(f"{path}: [type.{name}] {key} is {values.get(key)!r}; use one of {allowed}")
    kinds = tuple((kind, pattern_of(words)) for kind, words in values.get("kinds", {}).items())
    flags = bool(values.get("public")), bool(values.get("lasting"))
    group = values.get("group") or name
    return Profile(group, values["key"], values["undated"], *flags, values.get("figures", ""), kinds)
