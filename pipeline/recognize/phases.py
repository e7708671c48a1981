"""The rules over all pages, one page at a time, as often as a rule asks what the whole corpus knows.

Between two such rules a page needs no other. So the rules fall into phases: in each, every page is
read, takes up the claims that it had, goes through the rules of the phase, and leaves its claims and
the names that it knows. Texts of the first `KEPT` items stay in memory; those of the others are read
again in every phase, which bounds the memory at little cost to a corpus of usual size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from pipeline.recognize.claims import Candidate, Claims
from pipeline.recognize.context import Context
from pipeline.recognize.knowledge import load_knowledge
from pipeline.recognize.known import Known, learn
from pipeline.recognize.reading import read_text
from pipeline.recognize.rule import CORPUS, Rule
from pipeline.recognize.words import Text
from pipeline.schema.flow import CleanItem, Mention, Parse, TokenTags

KEPT = 5_000
"""Items whose words are kept between phases: some 50 kB each."""

Pages = Callable[[], Iterable[Sequence[tuple[CleanItem, TokenTags | Parse]]]]
"""The pages of a corpus, each the items with their parses; the same at every call."""


def mentions_of(pages: Pages, rules: Sequence[Rule], kept: int = KEPT) -> Iterator[Mention]:
    """The names in the items, in the items' order."""
    texts = _Texts(pages, kept)
    capitals, knowledge = _capitals(texts), load_knowledge()
    claimed: list[tuple[Candidate, ...]] = []
    names = Known()
    *phases, last = _phases(rules)

    def after(phase: Sequence[Rule]) -> Iterator[Claims]:
        before = iter(claimed)
        for page in texts:
            contexts = [Context(t, Claims(t, next(before, ())), knowledge, capitals) for t in page]
            _apply(phase, contexts, names)
            yield from (context.claims for context in contexts)

    for phase in phases:
        found: list[tuple[Candidate, ...]] = []
        learnt = Known()
        for claims in after(phase):
            learnt.learn(claims)
            found.append(tuple(claims))
        claimed, names = found, learnt
    for claims in after(last):
        yield from _mentions(claims)


class _Texts:
    """The texts of each page, those of the first `kept` items read once only."""

    def __init__(self, pages: Pages, kept: int) -> None:
        self._pages, self._room = pages, kept
        self._read: list[tuple[Text, ...]] = []
        self._complete: bool | None = None

    def __iter__(self) -> Iterator[tuple[Text, ...]]:
        if self._complete is None:
            yield from self._first_time()
            return
        yield from self._read
        if not self._complete:
            yield from map(_texts, islice(self._pages(), len(self._read), None))

    def _first_time(self) -> Iterator[tuple[Text, ...]]:
        complete = True
        for texts in map(_texts, self._pages()):
            complete = complete and len(texts) <= self._room
            if complete:
                self._read.append(texts)
                self._room -= len(texts)
            yield texts
        self._complete = complete


def _texts(page: Sequence[tuple[CleanItem, TokenTags | Parse]]) -> tuple[Text, ...]:
    return tuple(read_text(item, parse) for item, parse in page)


def _phases(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules in their order, each that asks the corpus at the beginning of a phase."""
    phases: list[list[Rule]] = [[]]
    for rule in rules:
        if rule.scope == CORPUS:
            phases.append([])
        phases[-1].append(rule)
    return phases


def _capitals(pages: Iterable[tuple[Text, ...]]) -> frozenset[str]:
    inside: set[str] = set()
    small: set[str] = set()
    for page in pages:
        for word in (word for text in page for word in text.words):
            if word.capital and not word.opening:
                inside.add(word.text)
            if word.text[:1].islower():
                small.add(word.text)
    return frozenset(word for word in inside if word.lower() not in small)


def _apply(rules: Sequence[Rule], contexts: Sequence[Context], names: Known) -> None:
    """Let the rules claim words of a page; `names` are those of the corpus."""
    for rule in rules:
        if rule.find_known is None:
            for context in contexts:
                _claim(rule, context, rule.find(context) if rule.find else iter(()))
            continue
        scope = rule.scope
        known = {} if scope == CORPUS else learn([context.claims for context in contexts], scope)
        for context in contexts:
            mine = names if scope == CORPUS else known[getattr(context.text.item, scope)]
            _claim(rule, context, rule.find_known(context, mine))


def _claim(rule: Rule, context: Context, candidates: Iterator[Candidate]) -> None:
    for candidate in candidates:
        context.claims.accept(replace(candidate, rule=rule.name))


def _mentions(claims: Claims) -> Iterator[Mention]:
    item = claims.text.item
    for claim in claims:
        if claim.kind is None:
            continue
        start, end = claims.span(claim)
        yield Mention(
            item.item_id, claim.kind, start, end, item.text[start:end], claim.rule, claim.place_kind
        )
