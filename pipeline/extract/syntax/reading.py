"""An item as extraction reads it: its tree, with the names and dates laid on the tokens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.extract.syntax.looked_up import LookedUp
from pipeline.extract.syntax.quoting import quoted_tokens
from pipeline.extract.syntax.windows import in_windows
from pipeline.schema.flow import CleanItem, DateMention, Entity, LinkedMention, Parse
from pipeline.syntax import Token, Tree

_FULL_NAME = 2  # words of a name that has short forms


@dataclass(frozen=True, slots=True)
class Name:
    """A linked mention on the tree: its tokens and the topmost of them."""

    mention: LinkedMention
    tokens: range
    head: int

    @property
    def is_agent(self) -> bool:
        """True for people and organisations, which can take part in an event."""
        return self.mention.entity_kind != "place"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date mention on the tree."""

    date: DateMention
    tokens: range
    head: int


class Reading:
    """The tree of an item with its names and dates; all indices are of tokens."""

    def __init__(
        self,
        item: CleanItem,
        parse: Parse,
        mentions: Sequence[LinkedMention],
        entities: Mapping[tuple[str, str], Entity],
        dates: Sequence[DateMention],
    ) -> None:
        self.item = item
        self.tree = Tree(in_windows(parse), item.text)
        self.entities = entities
        self._mentions = mentions
        self._dates = dates

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the item."""
        return self.tree.tokens

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names in order."""
        found = []
        for mention in sorted(self._mentions, key=lambda m: (m.start, m.end)):
            tokens = self.tree.at(mention.start, mention.end)
            head = self.tree.head_of(mention.start, mention.end)
            if head is not None:
                found.append(Name(mention, tokens, head.i))
        return tuple(found)

    @cached_property
    def name_at(self) -> Mapping[int, Name]:
        """The name that each token belongs to."""
        return {i: name for name in self.names for i in name.tokens}

    @cached_property
    def short_names(self) -> Mapping[str, Name]:
        """People by single words of their names, where a word is of one person only: 'Keo' of Vilay Keo."""
        found: dict[str, Name] = {}
        several: set[str] = set()
        for name in self.names:
            if name.mention.entity_kind != "person" or len(name.tokens) < _FULL_NAME:
                continue
            for i in name.tokens:
                word = self.tokens[i].text
                known = found.setdefault(word, name)
                if known.mention.entity_id != name.mention.entity_id or not word[:1].isupper():
                    several.add(word)
        return {word: name for word, name in found.items() if word not in several and len(word) > 2}

    def called_at(self, i: int) -> Name | None:
        """The person whom a proper noun outside all names calls by one word of the name."""
        token = self.tokens[i]
        if token.pos != "PROPN" or i in self.name_at:
            return None
        return self.short_names.get(token.text)

    def kind_at(self, i: int) -> str | None:
        """Kind of the entity that token i names, if it stands in a name."""
        name = self.name_at.get(i)
        return name.mention.entity_kind if name is not None else None

    @cached_property
    def dates(self) -> tuple[Dated, ...]:
        """The dates in the body and headline, in order; datelines are none of the news."""
        found = []
        for date in sorted(self._dates, key=lambda d: (d.start, d.end)):
            head = self.tree.head_of(date.start, date.end)
            if head is not None:
                found.append(Dated(date, self.tree.at(date.start, date.end), head.i))
        return tuple(found)

    @cached_property
    def dated_tokens(self) -> frozenset[int]:
        """Tokens inside date expressions."""
        return frozenset(i for dated in self.dates for i in dated.tokens)

    def is_since(self, dated: Dated) -> bool:
        """'since 4 May': a date from which something lasts."""
        return dated.tokens.start > 0 and self.lower(dated.tokens.start - 1) == "since"

    @cached_property
    def _kinds(self) -> tuple[str, ...]:
        kinds, blocks, at = [], self.item.blocks, 0
        for token in self.tokens:
            while at + 1 < len(blocks) and token.start >= blocks[at].end:
                at += 1
            kinds.append(blocks[at].kind if blocks else "body")
        return tuple(kinds)

    def block_kind(self, i: int) -> str:
        """Kind of the block that token i stands in."""
        return self._kinds[i]

    @cached_property
    def quoted(self) -> tuple[bool, ...]:
        """Whether each token stands inside quotation marks of its paragraph."""
        return tuple(quoted_tokens(self.tokens, self.item.text))

    @cached_property
    def _looked_up(self) -> LookedUp:
        return LookedUp(self.tree)

    def lemmas(self, i: int) -> tuple[str, ...]:
        """Lemmas that token i may be looked up by, the one glued with a hyphen ('sit-in') first."""
        return self._looked_up.lemmas(i)

    def forms(self, i: int) -> frozenset[str]:
        """The word of token i and its lemmas, in lower case."""
        return self._looked_up.forms(i)

    def forms_beside(self, i: int) -> frozenset[str]:
        """The forms of all tokens in the sentence of token i."""
        return self._looked_up.beside[i]

    @cached_property
    def has_bars(self) -> bool:
        """True where the item is a row whose cells bars part."""
        return "|" in self.item.text

    def opens_cell(self, i: int) -> bool:
        """True for the first word of a cell of a row: behind a bar or a tab."""
        if i == 0:
            return False
        before, token = self.tokens[i - 1], self.tokens[i]
        return before.text == "|" or "\t" in self.item.text[before.end : token.start]

    def text(self, first: int, last: int) -> str:
        """The clean text from token `first` to token `last`, both inside."""
        return self.item.text[self.tokens[first].start : self.tokens[last].end]

    def lower(self, i: int) -> str:
        """Token i in lower case."""
        return self.tokens[i].text.lower()
