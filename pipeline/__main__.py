"""`python -m pipeline`."""

import gc
import sys
from importlib.abc import MetaPathFinder

from pipeline.cli import main


class _WithoutPandas(MetaPathFinder):
    """Says that pandas is not there: pyarrow would load it at its first array, in case it were a frame."""

    def find_spec(self, name: str, *_: object) -> None:
        if name == "pandas":
            raise ModuleNotFoundError(name=name)


_BETWEEN_COLLECTIONS = (100_000, 50, 1_000)
"""New objects before the collector of cycles looks, and how seldom it looks at older ones: next to nothing
here is part of a cycle, and its usual passes take a twentieth of the time."""

if __name__ == "__main__":
    gc.set_threshold(*_BETWEEN_COLLECTIONS)
    sys.meta_path.insert(0, _WithoutPandas())
    main()
