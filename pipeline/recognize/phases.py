"""The rules over all pages, one page at a time, as often as a rule asks what the whole corpus knows.

Between two such rules a page needs no other. So the rules fall into phases: in each, every page takes up the
claims that it had, goes through the rules of the phase, and leaves its claims and the names that it knows.
Of a corpus a page hears nothing but `capitals` and, in each phase but the first, the names known. So pages
can be shared out (`Part`), and those to which nothing new would be said need not be read again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from pipeline.recognize.claims import Candidate, Claims
from pipeline.recognize.context import Context
from pipeline.recognize.known import Known, learn
from pipeline.recognize.lexica.knowledge import load_knowledge
from pipeline.recognize.rule import CORPUS, Rule
from pipeline.recognize.words.reading import read_text
from pipeline.recognize.words.words import Text
from pipeline.schema.flow import CleanItem, Mention, PageName, PageWords, Parse, TokenTags

KEPT = 5_000
"""Items whose words are kept between phases: some 50 kB each."""

Page = Sequence[tuple[CleanItem, TokenTags | Parse]]
Pages = Callable[[], Iterable[Page]]
"""Pages of a corpus, each the items with their parses; the same at every call."""


class Part:
    """Pages that go through the phases together, up to the last, which gives their mentions.

    Texts of the first `kept` items stay in memory; those of the others are read again in every phase, which
    bounds the memory at little cost to a corpus of usual size.
    """

    def __init__(self, pages: Pages, rules: Sequence[Rule], kept: int = KEPT) -> None:
        self._texts = _Texts(pages, kept)
        self._phases = enumerate(phases_of(rules))
        self._claimed: list[tuple[Candidate, ...]] = []
        self._capitals: frozenset[str] = frozenset()

    def words(self) -> Iterator[PageWords]:
        """The words of each page."""
        return map(_words_of, self._texts)

    def hear(self, capitals: frozenset[str]) -> None:
        """Take in the words that the corpus writes with a capital inside a sentence and never small."""
        self._capitals = capitals

    def advance(self, names: Known) -> Iterator[PageName]:
        """Go through the next phase, told the names of the corpus; what each page knows after it."""
        found: list[tuple[Candidate, ...]] = []
        number, phase = next(self._phases)
        for page in self._after(phase, names):
            learnt = Known()
            for claims in page:
                learnt.learn(claims)
                found.append(tuple(claims))
            page_id = page[0].text.item.page_id
            yield from (PageName(page_id, number, *counted) for counted in learnt.counted())
        self._claimed = found

    def mentions(self, names: Known) -> Iterator[Mention]:
        """Go through the last phase; the names in the items, in their order."""
        _, phase = next(self._phases)
        for page in self._after(phase, names):
            for claims in page:
                yield from _mentions(claims)

    def _after(self, phase: Sequence[Rule], names: Known) -> Iterator[list[Claims]]:
        before, knowledge = iter(self._claimed), load_knowledge()
        for page in self._texts:
            contexts = [Context(t, Claims(t, next(before, ())), knowledge, self._capitals) for t in page]
            _apply(phase, contexts, names)
            yield [context.claims for context in contexts]


def mentions_of(pages: Pages, rules: Sequence[Rule], kept: int = KEPT) -> Iterator[Mention]:
    """The names in the items, in the items' order."""
    part = Part(pages, rules, kept)
    words = list(part.words())
    small = {word for page in words for word in page.small}
    part.hear(capitals_of((word for page in words for word in page.inside), small))
    names = Known()
    for _ in phases_of(rules)[:-1]:
        learnt = Known()
        learnt.add((row.name, row.kind, row.place_kind, row.mentions) for row in part.advance(names))
        names = learnt
    yield from part.mentions(names)


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


def _texts(page: Page) -> tuple[Text, ...]:
    return tuple(read_text(item, parse) for item, parse in page)


def phases_of(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules in their order, each that asks the corpus at the beginning of a phase."""
    found: list[list[Rule]] = [[]]
    for rule in rules:
        if rule.scope == CORPUS:
            found.append([])
        found[-1].append(rule)
    return found


def _words_of(page: Sequence[Text]) -> PageWords:
    words = [word for text in page for word in text.words]
    inside = {word.text for word in words if word.capital and not word.opening}
    small = {word.text for word in words if word.text[:1].islower()}
    others = {word.text for word in words} - inside - small
    return PageWords(page[0].item.page_id, *(tuple(sorted(some)) for some in (inside, small, others)))


def capitals_of(inside: Iterable[str], small: Collection[str]) -> frozenset[str]:
    """The words that stand with a capital inside a sentence somewhere, and small nowhere."""
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
