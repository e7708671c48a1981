"""Every file under raw/ as a page, read or with the reason why not."""

from __future__ import annotations

import codecs
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import PipelineError
from pipeline.read.decode import Decoded, decode, worded
from pipeline.read.html import declared_charset, read_html
from pipeline.read.ids import page_id
from pipeline.read.language import language_of
from pipeline.read.manifest import NAME, ManifestRow, read_manifest
from pipeline.saving_notes import retrieval_day
from pipeline.schema.flow import SourcePage

_HTML = (".html", ".htm")
LARGEST_FILE = 64 * 1024 * 1024
"""Bytes of a file above which it is not opened: no saved page is so large."""

LONGEST_TEXT = 4_000_000
"""Characters of a page above which it is not read; its parse would take gigabytes of memory."""

_NOTHING = ManifestRow(None, None, None, None)


def read_pages(raw: Path) -> Iterator[SourcePage]:
    """The pages under raw/, sorted by path.

    Hidden files are passed over. Anything else that is not read (a link that leads out of raw/ or to a
    folder, a named pipe, a file without permission, ...) is a page with a `problem`. Raises
    PipelineError where raw/ is missing or holds no file, and for a wrong raw/pages.csv.
    """
    if not raw.is_dir():
        raise PipelineError(f"{raw}: no such folder; create it and put .txt or .html pages into it.")
    paths = _paths(raw)
    if not paths:
        raise PipelineError(f"{raw}: no pages in this folder; put .txt or .html files into it.")
    manifest = read_manifest(raw, frozenset(paths))
    root = raw.resolve()
    for path in paths:
        yield _page(path, _content(raw / path, root), manifest.get(path, _NOTHING))


def _paths(raw: Path) -> list[str]:
    found: list[str] = []
    for folder, folders, files in os.walk(raw, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in (*files, *links):
            path = (Path(folder) / name).relative_to(raw).as_posix()
            if not name.startswith(".") and path != NAME:
                found.append(path)
    return sorted(found)


def _refuse(error: OSError) -> None:
    raise PipelineError(
        f"{error.filename}: folder cannot be read ({error.strerror}); allow it, or move it out of raw/"
    )


@dataclass(frozen=True, slots=True)
class _Content:
    """What a file holds, read once, or why it is not; a file that cannot be read hashes as empty."""

    data: bytes
    sha256: str
    problem: str | None = None


def _content(file: Path, root: Path) -> _Content:
    nothing = hashlib.sha256().hexdigest()
    try:
        if problem := _not_a_page(file, root):
            return _Content(b"", nothing, problem)
        before = file.stat()
        if before.st_size > LARGEST_FILE:
            with file.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256")
            problem = f"larger than {LARGEST_FILE:,} bytes: split it into several files"
            return _Content(b"", digest.hexdigest(), problem)
        data = file.read_bytes()
        after = file.stat()
    except OSError as error:
        return _Content(b"", nothing, f"cannot be read: {error.strerror or error}")
    sha256 = hashlib.sha256(data).hexdigest()
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        return _Content(b"", sha256, "changed while it was read: run again")
    return _Content(data, sha256)


def _not_a_page(file: Path, root: Path) -> str | None:
    """Why this is not opened at all: what a link leads to is no page of this folder."""
    if not file.exists():
        return "a link to nothing"
    if not file.resolve().is_relative_to(root):
        return "a link out of the folder of pages: not followed; copy the file itself"
    if file.is_dir():
        return "a link to a folder: not followed; copy the folder itself"
    return None if file.is_file() else "not a regular file"


def _page(path: str, content: _Content, known: ManifestRow) -> SourcePage:
    data, refused = content.data, content.problem
    kind = Path(path).suffix.lower()
    title = url = None
    if refused:
        decoded = Decoded("", refused)
    elif kind != ".txt" and kind not in _HTML:
        decoded = Decoded("", f"not a .txt or .html file: {kind or 'no suffix'}")
    elif kind == ".txt":
        decoded = decode(data)
    else:
        decoded = _decode_html(data)
        if decoded.problem is None:
            html = read_html(decoded.text)
            title, url = html.title, html.url
            decoded = worded(html.text)
    if len(decoded.text) > LONGEST_TEXT:
        decoded = Decoded("", f"longer than {LONGEST_TEXT:,} characters: split it into several files")
    language, problem = _language(decoded, known.language)
    return SourcePage(
        page_id=page_id(path),
        path=path,
        sha256=content.sha256,
        title=known.title or title,
        url=known.url or url,
        retrieved_on=known.retrieved_on or retrieval_day(decoded.text),
        language=language,
        text=decoded.text,
        problem=problem,
    )


def _decode_html(data: bytes) -> Decoded:
    charset = declared_charset(data)
    if charset and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return Decoded(data.decode(charset))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _language(decoded: Decoded, given: str | None) -> tuple[str | None, str | None]:
    if decoded.problem:
        return given, decoded.problem
    language = given or language_of(decoded.text)
    if language and language != "en":
        # ISO 639-1, which the column holds, has no code for the smaller languages.
        return language if len(language) == 2 else None, f"not English: {language}"
    return language, None
