"""The forms by which the words of a tree are looked up: lemmas, base forms, words glued with a hyphen."""

from __future__ import annotations

from functools import cached_property

from pipeline.extract.syntax.forms import base_forms
from pipeline.syntax import Tree

_HYPHENS = ("-", "‑")


class LookedUp:
    """The forms of the tokens of one tree, worked out once each."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._lemmas: dict[int, tuple[str, ...]] = {}
        self._forms: dict[int, frozenset[str]] = {}

    def lemmas(self, i: int) -> tuple[str, ...]:
        """Lemmas of token i, the one glued with a hyphen ('sit-in') first."""
        if i not in self._lemmas:
            self._lemmas[i] = self._lemmas_of(i)
        return self._lemmas[i]

    def forms(self, i: int) -> frozenset[str]:
        """The word of token i and its lemmas, in lower case."""
        if i not in self._forms:
            self._forms[i] = frozenset((*self.lemmas(i), self._tree.tokens[i].text.lower()))
        return self._forms[i]

    @cached_property
    def beside(self) -> tuple[frozenset[str], ...]:
        """For each token the forms of all tokens in its sentence."""
        sentences = ((s, frozenset().union(*map(self.forms, s))) for s in self._tree.sentences)
        return tuple(said for sentence, said in sentences for _ in sentence)

    def _lemmas_of(self, i: int) -> tuple[str, ...]:
        token = self._tree.tokens[i]
        lemma, bases = token.lemma.lower(), base_forms(token.text)
        if not bases and i - 1 not in self._hyphens and i + 1 not in self._hyphens:
            return (lemma,)
        back, forward = self._glued(i, -1), self._glued(i, 1)
        glued = f"{back}-{lemma}" if back else f"{lemma}-{forward}" if forward else None
        return (*((glued,) if glued else ()), lemma, *(b for b in bases if b != lemma))

    @cached_property
    def _hyphens(self) -> frozenset[int]:
        return frozenset(token.i for token in self._tree.tokens if token.text in _HYPHENS)

    def _glued(self, i: int, step: int) -> str | None:
        """The word joined to token i by a hyphen, before (-1) or after (1) it."""
        tokens, near, far = self._tree.tokens, i + step, i + 2 * step
        if not 0 <= far < len(tokens) or near not in self._hyphens:
            return None
        first, last = sorted((i, far))
        return tokens[far].text.lower() if tokens[last].start - tokens[first].end == 1 else None
