"""datapackage.json: does it describe the files that lie beside it?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pipeline.schema.datapackage import datapackage
from pipeline.verify.dataset import Dataset
from pipeline.verify.finding import Finding, shown
from pipeline.verify.structure import PACKAGE


def package(data: Dataset) -> Iterator[Finding]:
    """The descriptor is there, and says of every table what is so."""
    path = data.folder / PACKAGE
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        resources = {resource["name"]: resource for resource in told["resources"]}
    except FileNotFoundError:
        yield Finding(PACKAGE, "", f"{PACKAGE} is missing")
        return
    except (OSError, ValueError, TypeError, KeyError) as error:
        yield Finding(PACKAGE, "", f"cannot be read: {shown(str(error))}")
        return
    right = datapackage(data.folder)
    for resource in right["resources"]:
        name = resource["name"]
        if name not in resources:
            yield Finding(PACKAGE, name, "the resource is missing")
        else:
            yield from _differences(name, resource, resources.pop(name))
    for name in resources.keys() - {resource["name"] for resource in right["resources"]}:
        yield Finding(PACKAGE, name, "no table is called so")
    yield from _differences("", _rest(right), _rest(told))


def _rest(descriptor: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in descriptor.items() if key != "resources"}


def _differences(name: str, right: Any, told: Any, at: str = "") -> Iterator[Finding]:
    """Where two descriptors differ, each place by its path."""
    if isinstance(right, dict) and isinstance(told, dict):
        for key in sorted(right.keys() | told.keys()):
            yield from _differences(name, right.get(key), told.get(key), f"{at}.{key}" if at else key)
    elif isinstance(right, list) and isinstance(told, list) and len(right) == len(told):
        for index, (one, other) in enumerate(zip(right, told, strict=True)):
            yield from _differences(name, one, other, f"{at}[{index}]")
    elif right != told:
        yield Finding(PACKAGE, name, f"{at} is {shown(told)}, not {shown(right)}")
