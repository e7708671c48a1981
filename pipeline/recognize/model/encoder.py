"""The convolutions by which the model reads words in their surroundings, without what only training needs.

thinc notes for every maximum which of three values it was, and makes a new array in each of a dozen steps.
Here the three stand in three blocks of columns, which numpy compares at once, and arrays are used again. The
arithmetic is the same, operation by operation, and so are the vectors.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

_LAYER = "residual(expand_window>>maxout>>layernorm>>dropout)"


def spare_training(model: Any) -> None:
    """Put plain arithmetic in the place of a thinc model's convolutions; it predicts the same as before."""
    from thinc.api import Model

    for node in list(model.walk()):
        for i, part in enumerate(node.layers):
            layers = part.layers
            if layers and all(layer.name == _LAYER and _looks_beside(layer) for layer in layers):
                node.layers[i] = Model("encoder", _Encoder([_layer(layer) for layer in layers]))


@dataclass(frozen=True, slots=True)
class _Layer:
    """Weights of a window of words to `pieces` blocks of columns, then those of the normalisation."""

    weights: Floats
    bias: Floats
    pieces: int
    gain: Floats
    shift: Floats

    def added(self, ops: Any, words: Any) -> Any:
        """The words with what the layer makes of each and its neighbours."""
        import numpy as np

        made = ops.seq2col(words, 1) @ self.weights
        made += self.bias
        first, *others = np.split(made, self.pieces, axis=1)
        best = first.copy()
        for other in others:
            np.maximum(best, other, out=best)
        best -= best.mean(axis=1, keepdims=True)
        variance = np.multiply(best, best, out=first).mean(axis=1, keepdims=True)
        best *= (variance + 1e-08) ** (-1.0 / 2.0)
        best *= self.gain
        best += self.shift
        best += words
        return best


class _Encoder:
    def __init__(self, layers: list[_Layer]) -> None:
        self._layers = layers

    def __call__(self, model: Any, words: Floats, is_train: bool) -> tuple[Floats, None]:
        for layer in self._layers:
            words = layer.added(model.ops, words)
        return words, None


def _looks_beside(layer: Any) -> bool:
    return bool(_named(layer, "expand_window").attrs["window_size"] == 1)


def _named(layer: Any, name: str) -> Any:
    return next(node for node in layer.walk() if node.name == name)


def _layer(layer: Any) -> _Layer:
    import numpy as np

    maxout, norm = _named(layer, "maxout"), _named(layer, "layernorm")
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    outputs, pieces, inputs = weights.shape
    blocks = weights.transpose(1, 0, 2).reshape(pieces * outputs, inputs)
    return _Layer(
        np.ascontiguousarray(blocks.T), bias.T.ravel(), pieces, norm.get_param("G"), norm.get_param("b")
    )
