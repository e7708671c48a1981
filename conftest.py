"""Doctests pass over a module whose library is not installed; all tests share one gazetteer."""

from importlib.util import find_spec

import pytest

from pipeline.gazetteer import keep_in

collect_ignore = [] if find_spec("followthemoney") else ["pipeline/export/entities.py"]


def pytest_configure(config: pytest.Config) -> None:
    keep_in(config.cache.mkdir("gazetteer"))
