"""Documents that an item prints: a statement or an appeal headed as such is itself the event."""

from __future__ import annotations

from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_LONGEST = 16  # tokens of a document's head outside the title in quotation marks that may follow it


class Titles:
    """Tells the heads of documents in one item from its running text."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def is_title(self, noun: Token) -> bool:
        """'X Public Statement', 'Statement No. 9': the noun that heads a line without a verb."""
        if self._reading.block_kind(noun.i) != "body" or noun.text[:1].islower():
            return False
        line = self._line(noun)
        words = [i for i in line if not self._reading.quoted[i]]
        if len(words) > _LONGEST or self._reading.quoted[noun.i]:
            return False
        tokens = self._reading.tokens
        if any(tokens[i].tag in ("VBD", "VBZ", "VBP", "MD") for i in words):
            return False
        return not any(tokens[i].text in (".", ":", ";") for i in words[:-1]) and self._heads(noun, line)

    def is_beside_dateline(self, noun: Token) -> bool:
        """True where the item's own date stands right before or after the line of a document's head."""
        blocks, start = self._reading.item.blocks, self._reading.tokens[noun.i].start
        at = next(n for n, block in enumerate(blocks) if block.start <= start < block.end)
        return any(0 <= n < len(blocks) and blocks[n].kind == "dateline" for n in (at - 1, at + 1))

    def _line(self, noun: Token) -> range:
        start = noun.start
        block = next(b for b in self._reading.item.blocks if b.start <= start < b.end)
        return self._reading.tree.at(block.start, block.end)

    def _heads(self, noun: Token, line: range) -> bool:
        """Nothing but its issuer and its qualifiers stands before the noun."""
        tokens, names = self._reading.tokens, self._reading.name_at
        return all(
            i in names or tokens[i].pos in ("ADJ", "PROPN", "NOUN", "DET", "PART", "PUNCT")
            for i in range(line.start, noun.i)
        )
