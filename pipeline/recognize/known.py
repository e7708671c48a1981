"""What the corpus already knows: names found by sound evidence, by item, page and corpus."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.recognize.bodies.known_bodies import opens_longer_name
from pipeline.recognize.claimed import Kind, claimed_names
from pipeline.recognize.claims import Candidate, Claims
from pipeline.recognize.context import Context

Counted = tuple[str, str, str | None, int]
"""A name, its kind or `SURNAME`, a place's own kind, and how many mentions have them."""

SURNAME = "surname"


@dataclass
class Known:
    """Names met in some texts: how often each was of which kind, and the people's family and given names.

    What is derived from them is made once for all items that read it, after the last was learnt. Given names
    and quotations reach no further than their page: what is known of the corpus has none of them.
    """

    kinds: dict[str, Counter[Kind]] = field(default_factory=dict)
    quoted: set[str] = field(default_factory=set)
    """What stands in quotation marks in the names of bodies: "Dapamoha" of 'Centre “Dapamoha”'."""
    surnames: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)

    def learn(self, claims: Claims) -> None:
        """Takes in the names of an item."""
        for claimed in claims.remembered(claimed_names):
            self.kinds.setdefault(claimed.name, Counter())[claimed.kind] += 1
            self.quoted |= claimed.quoted
            self.surnames |= claimed.surnames
            self.given |= claimed.given

    def counted(self) -> Iterator[Counted]:
        """All names with their kinds and counts, then the family names; what a corpus is told of a page."""
        for name, counts in sorted(self.kinds.items()):
            for (kind, place_kind), count in sorted(counts.items(), key=lambda pair: _order(pair[0])):
                yield name, kind, place_kind, count
        yield from ((name, SURNAME, None, 1) for name in sorted(self.surnames))

    def add(self, counted: Iterable[Counted]) -> None:
        """Takes in what `counted` gave."""
        for name, kind, place_kind, count in counted:
            if kind == SURNAME:
                self.surnames.add(name)
            else:
                self.kinds.setdefault(name, Counter())[kind, place_kind] += count

    def changes(self, other: Known) -> set[str]:
        """Names of which a rule may hear something else from `other`: counts alone are heard by none."""
        mine, theirs = self.bodies.kinds, other.bodies.kinds
        names = self.kinds.keys() | other.kinds.keys()
        changed = {n for n in names if self.kind_of(n) != other.kind_of(n) or (n in mine) != (n in theirs)}
        return changed | (self.surnames ^ other.surnames) | (self.words_of_pairs ^ other.words_of_pairs)

    def kind_of(self, name: str) -> Kind | None:
        """The kind that most mentions of a name have; None where it is not known or undecided."""
        counts = self.kinds.get(name)
        if not counts:
            return None
        ranked = sorted(counts.items(), key=lambda pair: (-pair[1], *_order(pair[0])))
        return ranked[0][0]

    @cached_property
    def lengths(self) -> dict[str, tuple[int, ...]]:
        """How many words the names have that begin with a word, the longest first."""
        found: dict[str, set[int]] = defaultdict(set)
        for name in self.kinds:
            words = name.split(" ")
            found[words[0]].add(len(words))
        return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}

    @cached_property
    def bodies(self) -> Known:
        """The names that are an organisation's and never anything else's."""
        return Known({n: c for n, c in self.kinds.items() if set(c) == {("organization", None)}})

    @cached_property
    def words_of_pairs(self) -> frozenset[str]:
        """The capitalised words of the names of organisations that have two of them: "Mreža za Promjene"."""
        names = ([w for w in name.split(" ") if w[:1].isupper()] for name in self.bodies.kinds)
        return frozenset(word for words in names if len(words) == 2 for word in words)


def _order(kind: Kind) -> tuple[str, str]:
    return kind[0], kind[1] or ""


def learn(claims: Sequence[Claims], key: str) -> dict[str, Known]:
    """Known names by item, by page or for the corpus: `key` is item_id, page_id or the empty string."""
    found: dict[str, Known] = defaultdict(Known)
    for each in claims:
        found[getattr(each.text.item, key) if key else ""].learn(each)
    return found


def repeated(context: Context, known: Known) -> Iterator[Candidate]:
    """Further mentions of a name found elsewhere, the longest first."""
    for word in context.text.upper:
        lengths = known.lengths.get(word.text)
        if lengths is None or not context.claims.free(word.i) or context.is_calendar(word):
            continue
        for length in lengths:
            span = range(word.i, word.i + length)
            if span.stop > len(context.words) or context.words[span.stop - 1].block != word.block:
                continue
            name = " ".join(context.words[i].text for i in span)
            kind = known.kind_of(name)
            if (
                kind
                and all(context.claims.free(i) for i in span)
                and _unbroken(context, span)
                and _alone(context, span, kind[0])
            ):
                person = kind[0] == "person"
                stop = context.person_run(span.start).stop if person else span.stop
                first = context.person_start(span.start) if person else span.start
                yield Candidate(first, stop, kind[0], kind[1])
                break


def repeated_body(context: Context, known: Known) -> Iterator[Candidate]:
    """Further mentions of an organisation that its noun, quotes or acronym showed elsewhere."""
    for found in repeated(context, known.bodies):
        span = range(found.first, found.stop)
        if not opens_longer_name(context, span) and not _leads_chain(context, span):
            yield found


def _leads_chain(context: Context, span: range) -> bool:
    """Whether a head noun alone is of a longer name: "Parliament of Malawi", "Parliament Road"."""
    if len(span) > 1 or context.words[span.start].lower not in context.lexicon.organizations.heads:
        return False
    before, link = context.text.before(span.start), context.text.after(span.stop - 1)
    beside = context.can_name(link) or (
        context.can_name(before) and before is not None and not before.opening
    )
    return beside or (
        link is not None and link.lower == "of" and context.can_name(context.text.after(link.i))
    )


def _unbroken(context: Context, span: range) -> bool:
    return all(context.words[i].gap.strip(" .'’s“”\"«»&") == "" for i in range(span.start + 1, span.stop))


def _alone(context: Context, span: range, kind: str) -> bool:
    """A single word repeats a name only where it is no part of a longer one nor a common word."""
    word = context.words[span.start]
    if len(span) > 1:
        return True
    if word.lower in context.lexicon.others.openers and word.opening:
        return False
    if kind == "person":
        noun, heads = context.text.before(word.i), context.lexicon.organizations.heads
        if noun is not None and noun.lower in context.lexicon.places.foreign_nouns:
            return False
        return word.lower not in context.lexicon.others.ambiguous_months | heads
    before, after = context.text.before(word.i), context.text.after(word.i)
    loud = any(other is not None and other.shouted for other in (before, after))
    if kind == "organization" and loud and word.shouted and context.known.is_ordinary(word.text):
        return False  # "PROTESTS AT AIR BASE"
    short = word.opening and word.lower in context.lexicon.organizations.short_heads
    if kind == "organization" and short and after and not after.capital and after.tag.startswith("NN"):
        return False  # "Union leader held"
    return not (
        after and context.can_name(after) and not after.opening and context.known.is_given(after.text)
    ) and not (before and context.can_name(before) and context.known.is_given(before.text))


def bracketed(context: Context) -> Iterator[Candidate]:
    """The same name in another script, in brackets after it: "Viktor Lomakin (Виктор Ломакин)"."""
    for word in context.free_words():
        owner = context.claims.owner(word.i - 1)
        if (
            owner is None
            or owner.kind is None
            or "(" not in word.gap
            or word.latin == context.words[owner.first].latin
        ):
            continue
        stop = word.i + 1
        while stop < len(context.words) and stop < word.i + 10 and ")" not in context.words[stop].gap[:2]:
            stop += 1
        if ")" in context.text.tail(stop - 1, 2) and all(
            w.latin == word.latin for w in context.words[word.i : stop]
        ):
            yield Candidate(word.i, stop, owner.kind, owner.place_kind)
