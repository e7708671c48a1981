"""Doctests pass over a module whose library is not installed; all tests share one gazetteer.

Property tests draw the same examples every time; `HYPOTHESIS_PROFILE=search` draws new ones.
"""

import gc
import os
from collections.abc import Iterator
from importlib.util import find_spec

import pytest
from hypothesis import settings

from pipeline.kept import keep_in

collect_ignore = [] if find_spec("followthemoney") else ["pipeline/export/entities.py"]

settings.register_profile("same", derandomize=True)
settings.register_profile("search", derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_configure(config: pytest.Config) -> None:
    keep_in(config.cache.mkdir("gazetteer"))


@pytest.fixture(autouse=True)
def steady_time(request: pytest.FixtureRequest) -> Iterator[None]:
    """Tests of growth take time without the collector of cycles, whose passes grow with earlier tests."""
    if "grows" not in request.node.name:
        yield
        return
    gc.collect()
    gc.disable()
    yield
    gc.enable()
