"""Reads an item's words: their ends, whether a capital counts, whether it opens a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import repeat

from pipeline.recognize.lexica.lexicon import load_lexicon
from pipeline.recognize.words.casing import is_titled, is_unheard_of, only_names
from pipeline.recognize.words.words import Text, Word
from pipeline.schema.flow import CleanItem, Parse, TokenTags

_WORD = re.compile(r"[^\W_]+(?:[-‑'’ʼ`&][^\W_]+)*")
_POSSESSIVE = re.compile(r"(?:['’ʼ`][sS])$")
_SENTENCE_END = frozenset(".!?:;…")
_ARTICLE = re.compile(
    r"(?:al|el|ad|an|ar|as|ash|at|az|ul|ud|d|l|us|es)[-‑'’][^\W\d_]|(?:dell|nell|all|sull|[ynmswbkc])['’][^\W\d_]"
)
_BULLETS = frozenset("•*·▪")
_OPEN_QUOTE = frozenset('“"„«‘(')


def read_text(item: CleanItem, parse: TokenTags | Parse) -> Text:
    """The words of an item; in title case and capitals only what the model tags a name counts as capital."""
    words: tuple[Word, ...] = tuple(map(tuple.__new__, repeat(Word), _words(item, parse)))
    upper = tuple(word for word in words if word.text[:1].isupper())
    names = tuple(word for word in words if word.capital)
    text = Text(item, words, parse.entities, tuple(word.start for word in words), (), upper, names)
    labels = [""] * len(words)
    for entity in parse.entities:
        for i in text.at(entity.start, entity.end):
            labels[i] = entity.label
    return replace(text, labels=tuple(labels))


def _words(item: CleanItem, parse: TokenTags | Parse) -> Iterator[tuple[object, ...]]:
    """The values of each `Word`."""
    tags = dict(zip(parse.starts, parse.tags, strict=True))
    i, end, previous = 0, 0, ""
    counted = False
    for number, block in enumerate(item.blocks):
        titled = is_titled(item.text[block.start : block.end]) and not only_names(item, block, tags)
        for match in _WORD.finditer(item.text, block.start, block.end):
            start = match.start()
            gap = item.text[end:start] if i and start > block.start and end >= block.start else "\n"
            stem, lower, capital, possessive = _form(match.group())
            tag = tags.get(start, "")
            if titled and capital:
                capital = tag.startswith("NNP") or tag == "" or is_unheard_of(stem)
            opening = counted or (gap != " " and _opens(gap, previous))
            counted = opening and stem.isdigit()
            stop = start + len(stem)
            yield i, start, stop, stem, gap, number, capital, opening, tag, possessive, lower
            i, end, previous = i + 1, stop, stem


def _opens(gap: str, previous: str) -> bool:
    """Whether a word after this gap, which is no mere space, opens a sentence or quotation."""
    if gap in ("\n", "\t") or gap.strip() in _BULLETS:
        return True
    if len(gap) > 1 and gap[-1] in _OPEN_QUOTE and gap[0] != " ":
        return True
    if _SENTENCE_END.isdisjoint(gap):
        return False
    return not (
        gap.startswith(".")
        and (len(previous) == 1 or previous.lower() in load_lexicon().others.abbreviations)
    )


@lru_cache(maxsize=65536)
def _form(text: str) -> tuple[str, str, bool, bool]:
    """The stem of a word as written, in lower case, whether it begins as names do, is possessive."""
    stem = _stem(text)
    return stem, stem.lower(), _has_capital(stem), len(stem) < len(text)


def _stem(text: str) -> str:
    """A word without a possessive ending or a tail such as "-based"."""
    if text.isalpha():
        return text
    stem = _POSSESSIVE.sub("", text)
    name, hyphen, tail = stem.rpartition("-")
    return name if hyphen and name and tail in load_lexicon().others.hyphen_tails else stem


def _has_capital(word: str) -> bool:
    """Whether a word begins as names do, an article aside: "Masry", "el-Masry", "d'Estaing"."""
    if word[:1].isupper():
        return True
    article = _ARTICLE.match(word)
    return article is not None and word[article.end() - 1].isupper()
