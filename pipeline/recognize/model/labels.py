"""Lemma, part of speech, tag and dependency of each token, looked up where such a word was met before.

spaCy's attribute ruler holds two hundred patterns against every token, and its lemmatizer asks each token
anew. Nearly all of what they say follows from the word, its tag and its dependency alone: it is asked for
once. Only where a pattern of several tokens matches are the two run over the text itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from pipeline.recognize.model.lemmas import settled_lemma

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.tokens import Doc, Token

Label = tuple[str, str, str, str]
"""Lemma, universal part of speech, Penn Treebank tag, dependency."""

Form = tuple[int, int, int]

_ASKED = ("attribute_ruler", "lemmatizer")
_FORM: list[int | str] = ["ORTH", "TAG", "DEP"]
_MOST = 200_000  # forms that are kept: bounds the memory
_OF_THE_FORM = {"LOWER", "TAG", "DEP", "IS_SPACE"}


class Labels:
    """What a model's tokens are labelled; `left_out` names the components that it need not run itself."""

    def __init__(self, model: Language) -> None:
        self._vocab = model.vocab
        self._known: dict[Form, Label] = {}
        self._longer: Matcher | None = None
        self._clues: frozenset[int] | None = None
        if _looks_at_forms(model):
            self._ruler: Any = model.get_pipe("attribute_ruler")
            self._lemmatizer: Any = model.get_pipe("lemmatizer")
            self._longer, self._clues = _longer(self._ruler)
        self.left_out = list(_ASKED) if self._longer else []

    def of(self, docs: Sequence[Doc]) -> list[list[Label]]:
        """The labels of the tokens of each text, as the whole model would give them."""
        if self._longer is None:
            return [list(map(_label, doc)) for doc in docs]
        forms: list[list[Form]] = [list(map(tuple, doc.to_array(_FORM).tolist())) for doc in docs]
        self._learn({form for own in forms for form in own})
        return [self._labels(doc, own) for doc, own in zip(docs, forms, strict=True)]

    def _labels(self, doc: Doc, forms: list[Form]) -> list[Label]:
        if self._may_match(doc, forms) and self._longer(doc, allow_missing=True):  # type: ignore[misc]
            return list(map(_label, self._lemmatizer(self._ruler(doc))))
        return [self._known[form] for form in forms]

    def _may_match(self, doc: Doc, forms: list[Form]) -> bool:
        if self._clues is None or not self._clues.isdisjoint(dep for _, _, dep in forms):
            return True
        return not self._clues.isdisjoint(doc.to_array("LOWER").tolist())

    def _learn(self, forms: Iterable[Form]) -> None:
        """Ask ruler and lemmatizer about a text of the new forms alone: it takes the time of few words."""
        from spacy.tokens import Doc as Text

        if len(self._known) > _MOST:
            self._known.clear()
        fresh = sorted(form for form in forms if form not in self._known)
        if not fresh:
            return
        words = Text(self._vocab, words=[self._vocab.strings[word] for word, _, _ in fresh])
        for token, (_, tag, dep) in zip(words, fresh, strict=True):
            token.tag, token.dep = tag, dep
        matches = [match for match in self._ruler.match(words) if match[3] - match[2] == 1]
        self._ruler.set_annotations(words, matches)
        self._known.update(zip(fresh, map(_label, self._lemmatizer(words)), strict=True))


def _label(token: Token) -> Label:
    return settled_lemma(token.text, token.lemma_), token.pos_, token.tag_, token.dep_


def _looks_at_forms(model: Language) -> bool:
    """Whether ruler and lemmatizer of a model are spaCy's own, and look at one token's form alone."""
    from spacy.pipeline import AttributeRuler, Lemmatizer

    if not set(_ASKED) <= set(model.pipe_names):
        return False
    ruler: Any = model.get_pipe(_ASKED[0])
    lemmatizer = model.get_pipe(_ASKED[1])
    if not isinstance(ruler, AttributeRuler) or not isinstance(lemmatizer, Lemmatizer):
        return False
    rules: Any = ruler.patterns
    tokens = (token for rule in rules for pattern in rule["patterns"] for token in pattern)
    return lemmatizer.mode in ("rule", "lookup") and all(token.keys() <= _OF_THE_FORM for token in tokens)


def _longer(ruler: Any) -> tuple[Matcher, frozenset[int] | None]:
    """A matcher of the patterns of several tokens, and words and dependencies without which none matches."""
    from spacy.matcher import Matcher

    matcher = Matcher(ruler.vocab, validate=False)
    clues: set[str | None] = set()
    for number, rule in enumerate(ruler.patterns):
        if long := [pattern for pattern in rule["patterns"] if len(pattern) > 1]:
            matcher.add(str(number), long)
            clues.update(map(_clue, long))
    if None in clues:
        return matcher, None
    return matcher, frozenset(map(ruler.vocab.strings.add, clues))


def _clue(pattern: list[dict[str, Any]]) -> str | None:
    """A word in lower case or a dependency that each match has; None where the pattern names none."""
    named = (token.get(attribute) for token in pattern for attribute in ("LOWER", "DEP"))
    return next((value for value in named if isinstance(value, str)), None)
