"""Whether the files of the installed model are the ones that were published."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from importlib import metadata
from pathlib import Path

from pipeline.errors import PipelineError
from pipeline.resources import table


def check_model(name: str) -> None:
    """Compare the model's files with its pinned digest, or with what its package declares.

    `resources/recognize/models.toml` pins the models that the project knows; a model named by a
    folder, or that came without a list of files, has nothing to be compared with. Raises PipelineError.
    """
    declared = _declared(name)
    if not declared:
        return
    found = {path: _digest(file) for path, (file, _) in declared.items()}
    changed = [path for path, (_, digest) in declared.items() if found[path] != digest]
    pinned = _pinned().get(name)
    if changed or (pinned and total(found) != pinned):
        what = changed[0] if changed else f"version {metadata.version(name)}"
        raise PipelineError(
            f"the language model {name!r} is not the one that was published ({what} differs): "
            f"run `pip install --force-reinstall --require-hashes -r requirements.lock`"
        )


def total(digests: dict[str, str]) -> str:
    """One SHA-256 for paths and the digests of their contents."""
    lines = "".join(f"{path} {digest}\n" for path, digest in sorted(digests.items()))
    return hashlib.sha256(lines.encode()).hexdigest()


def _declared(name: str) -> dict[str, tuple[Path, str]]:
    """Files of the model's package with the digest that its RECORD gives each."""
    try:
        listed = metadata.distribution(name).files or []
    except (metadata.PackageNotFoundError, ValueError):
        return {}
    return {
        path.as_posix(): (Path(str(path.locate())), path.hash.value)
        for path in listed
        if path.parts[0] == name and path.hash is not None and path.hash.mode == "sha256"
    }


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").digest()
    except OSError:
        return "missing"
    return urlsafe_b64encode(digest).rstrip(b"=").decode()


def _pinned() -> dict[str, str]:
    return dict(table("recognize/models")["sha256"])
