"""`python -m pipeline`."""

import sys
from importlib.abc import MetaPathFinder

from pipeline.cli import main


class _WithoutPandas(MetaPathFinder):
    """Says that pandas is not there: pyarrow would load it at its first array, in case it were a frame."""

    def find_spec(self, name: str, *_: object) -> None:
        if name == "pandas":
            raise ModuleNotFoundError(name=name)


if __name__ == "__main__":
    sys.meta_path.insert(0, _WithoutPandas())
    main()
