"""The words around the news, from resources/segment/boilerplate.toml, ready to be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.resources import table

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+){0,3}\+?")
# Where several reasons cover a line, the one that says most about its place on the page.
_RANK = ("read_more", "pagination", "comments", "share", "menu", "navigation")

Words = tuple[str, ...]


_ISSUE = re.compile(
    r"(?:\b(?:vol(?:ume)?|issue|number|edition|no|nr)\b\.?|№|#)\s?(?:\d{1,4}|[IVXL]{1,6})\b", re.I
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Boilerplate by reason. `phrases` is keyed by first word, longest phrase first."""

    phrases: Mapping[str, tuple[tuple[Words, str], ...]]
    starts: tuple[tuple[str, str], ...]
    any_start: tuple[str, ...]
    zones: Mapping[str, str]
    address_starts: tuple[str, ...]
    teaser_starts: tuple[str, ...]
    labels: tuple[str, ...]
    updated: tuple[str, ...]
    status: tuple[str, ...]
    done: frozenset[str]
    meta: frozenset[str]
    meta_starts: frozenset[str]
    credited: frozenset[str]
    desks: frozenset[str]
    genres: frozenset[str]
    verbs: frozenset[str]
    interface: frozenset[str]
    subheadings: frozenset[str]
    report_parts: frozenset[str]
    chronologies: frozenset[str]
    periods: frozenset[str]
    serials: frozenset[str]
    letter_openings: tuple[str, ...]
    letter_closings: frozenset[str]
    closers: tuple[str, ...]
    continuations: tuple[str, ...]
    footers: tuple[str, ...]
    footer_starts: tuple[str, ...]
    intros: tuple[str, ...]
    briefs: frozenset[str]
    signatory_heads: frozenset[str]
    offices: frozenset[str]
    signatory_starts: tuple[str, ...]
    long_links: tuple[str, ...]
    closing_heads: frozenset[str]
    requests: tuple[str, ...]
    greetings: tuple[str, ...]
    owner_verbs: tuple[str, ...]
    record_openers: frozenset[str]
    record_titles: frozenset[str]
    record_details: frozenset[str]
    record_facts: frozenset[str]
    record_sittings: frozenset[str]
    record_days: frozenset[str]
    writing: frozenset[str]
    written: frozenset[str]
    entry_openers: frozenset[str]
    organisations: frozenset[str]
    case_heads: frozenset[str]
    documents: frozenset[str]


@lru_cache(maxsize=8192)
def words_of(text: str) -> Words:
    """Words of a line, case-folded; numbers and signs left out."""
    return tuple(word.casefold().replace("’", "'") for word in _WORD.findall(text))


def names_issue(text: str) -> bool:
    """Number or volume of a periodical.

    >>> names_issue("Bulletin No. 4"), names_issue("Vol. III"), names_issue("Ink is no weapon")
    (True, True, False)
    """
    return _ISSUE.search(text) is not None


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    data = table("segment/boilerplate")
    dateline = data["dateline"]
    return Lexicon(
        phrases=_by_first_word(data["phrases"]),
        starts=tuple((start, reason) for reason, starts in data["starts"].items() for start in starts),
        any_start=tuple(start for starts in data["starts"].values() for start in starts),
        zones={phrase: reason for reason, phrases in data["zones"].items() for phrase in phrases},
        address_starts=tuple(data["addresses"]["starts"]),
        teaser_starts=tuple(data["teasers"]["starts"]),
        labels=tuple(sorted(dateline["labels"], key=lambda label: (-len(label), label))),
        updated=tuple(dateline["updated"]),
        status=tuple(dateline["status"]),
        done=frozenset(dateline["done"]),
        meta=frozenset(_single_words(dateline["meta"], dateline["labels"], dateline["genres"])),
        credited=frozenset(dateline["credited"]),
        desks=frozenset(dateline["desks"]),
        meta_starts=frozenset(dateline["meta_starts"]),
        interface=frozenset(dateline["interface"]),
        verbs=frozenset(dateline["verbs"]),
        subheadings=frozenset(data["subheadings"]["words"]),
        report_parts=frozenset(data["subheadings"]["report_parts"]),
        chronologies=frozenset(data["subheadings"]["chronologies"]),
        genres=frozenset(dateline["genres"]),
        serials=frozenset(dateline["serials"]),
        periods=frozenset(dateline["periods"]),
        letter_openings=tuple(data["letters"]["opening"]),
        letter_closings=frozenset(data["letters"]["closing"]),
        closers=tuple(data["closers"]["starts"]),
        continuations=tuple(data["continuations"]["starts"]),
        footers=tuple(data["footers"]["cues"]),
        footer_starts=tuple(data["footers"]["starts"]),
        organisations=frozenset(data["organisations"]["nouns"]),
        case_heads=frozenset(data["cases"]["heads"]),
        documents=frozenset(data["documents"]["nouns"]),
        entry_openers=frozenset(data["entries"]["openers"]),
        owner_verbs=tuple(data["footers"]["owner_verbs"]),
        greetings=tuple(data["letters"]["readers"]),
        requests=tuple(f"{phrase} " for phrase in data["closers"]["requests"]),
        closing_heads=frozenset(data["closers"]["headings"]),
        record_details=frozenset(data["records"]["details"]),
        record_facts=frozenset(data["records"]["facts"]),
        record_sittings=frozenset(data["records"]["sittings"]),
        record_days=frozenset(data["records"]["days"]),
        writing=frozenset(data["records"]["writing"]),
        written=frozenset((*data["records"]["writing"], *data["records"]["written"])),
        record_openers=frozenset(data["records"]["openers"]),
        record_titles=frozenset(data["records"]["titles"]),
        long_links=tuple(phrase for phrase in data["phrases"]["read_more"] if " " in phrase),
        intros=tuple(data["intros"]["cues"]),
        briefs=frozenset(data["briefs"]["heads"]),
        offices=frozenset(data["signatories"]["offices"]),
        signatory_heads=frozenset(data["signatories"]["heads"]),
        signatory_starts=tuple(data["signatories"]["starts"]),
    )


def _by_first_word(table: Mapping[str, Iterable[str]]) -> dict[str, tuple[tuple[Words, str], ...]]:
    grouped: dict[str, list[tuple[Words, str]]] = {}
    for reason in _RANK:
        for phrase in table[reason]:
            words = words_of(phrase)
            if words:
                grouped.setdefault(words[0], []).append((words, reason))
    return {first: tuple(sorted(found, key=lambda f: -len(f[0]))) for first, found in grouped.items()}


def _single_words(*lists: Iterable[str]) -> set[str]:
    return {word for phrases in lists for phrase in phrases for word in words_of(phrase)}


def covered_by_phrases(words: Words) -> tuple[int, str | None]:
    """How many words stand in boilerplate phrases, and the foremost reason."""
    phrases, covered, reasons, i = lexicon().phrases, 0, set[str](), 0
    while i < len(words):
        step = 1
        for phrase, reason in phrases.get(words[i], ()):
            if words[i : i + len(phrase)] == phrase:
                step = len(phrase)
                covered += step
                reasons.add(reason)
                break
        i += step
    return covered, next((reason for reason in _RANK if reason in reasons), None)
