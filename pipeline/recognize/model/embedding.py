"""The vectors that the model starts from, looked up where a word was met before.

A word's first vector depends on its form alone (norm, prefix, suffix, shape), and texts repeat their
words: most of a third of the model's arithmetic is saved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

_MOST = 65_536  # words that are kept: bounds the memory
_STEPS = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]


def remember_vectors(model: Any) -> None:
    """Let a thinc model look up the vectors of words that it has met; it predicts the same as before."""
    from thinc.api import Model

    for node in list(model.walk()):
        for i, layer in enumerate(node.layers):
            if [step.name.split("(")[0] for step in layer.layers] == _STEPS:
                node.layers[i] = Model("remembered_vectors", _Remembered(layer))


class _Remembered:
    def __init__(self, layer: Any) -> None:
        self._extract, *self._steps = layer.layers[:-1]
        self._at: dict[bytes, int] = {}
        self._vectors: NDArray[Any] | None = None

    def __call__(self, model: Any, docs: list[Doc], is_train: bool) -> tuple[list[NDArray[Any]], None]:
        import numpy as np

        features = self._extract.predict(docs)
        words = np.vstack(features)
        keys: Any = words.view(np.dtype((np.void, words.itemsize * words.shape[1]))).ravel().tolist()
        if not all(key in self._at for key in keys):
            self._learn(keys, words)
        assert self._vectors is not None
        vectors = self._vectors[[self._at[key] for key in keys]]
        ends = np.cumsum([len(rows) for rows in features])
        return np.split(vectors, ends[:-1]), None

    def _learn(self, keys: list[bytes], words: NDArray[Any]) -> None:
        import numpy as np

        if len(self._at) + len(keys) > _MOST:
            self._at.clear()
        rows = {key: i for i, key in enumerate(keys) if key not in self._at}
        made: Any = [words[list(rows.values())]]
        for step in self._steps:
            made = step.predict(made)
        if self._vectors is None or len(keys) > len(self._vectors):
            self._vectors = np.empty((max(_MOST, len(keys)), made.data.shape[1]), made.data.dtype)
        first = len(self._at)
        self._vectors[first : first + len(rows)] = made.data
        self._at.update(zip(rows, range(first, first + len(rows)), strict=True))
