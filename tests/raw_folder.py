"""A small folder of pages and the state of a dataset, for tests that run the command line."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ARTICLE = (
    "Editor detained in Nairobi\n\n12 March 2014\n\n"
    "Police in Nairobi detained the editor Wanjiru Kamau on 11 March 2014. She was released the next day.\n"
)

ROOT = Path(__file__).parent.parent
ENTRY = (
    "{day} March 2014: Police in {city} detained the editor {name}. She was released by the city court.\n\n"
)
NAMES = ("Wanjiru Kamau", "Aigul Bekova", "Marta Kowalska", "Tran Thi Lan", "Elif Demir", "Rosa Quispe")
CITIES = ("Nairobi", "Osh", "Lublin", "Hue", "Izmir", "Cusco")


def chronicle(entries: int) -> str:
    """A page of short entries, more than one worker gets at once where there are over 64."""
    days = (ENTRY.format(day=1 + n % 28, city=CITIES[n % 6], name=NAMES[n // 6 % 6]) for n in range(entries))
    return "Chronicle\n\n" + "".join(days)


def make_raw(raw: Path, entries: int = 6) -> Path:
    """A chronicle, an article and a page that cannot be read."""
    raw.mkdir(parents=True)
    (raw / "chronicle.txt").write_text(chronicle(entries), encoding="utf-8")
    (raw / "news").mkdir()
    (raw / "news" / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (raw / "nothing.txt").write_bytes(b"")
    return raw


def command(raw: Path, output: Path, *options: str, stage: str = "run") -> list[str]:
    """`python -m pipeline run`, or one stage, on a folder, without decisions."""
    folders = ["--raw", str(raw), "--output", str(output)]
    return [sys.executable, "-m", "pipeline", stage, *folders, *options]


def run(raw: Path, output: Path, *options: str, **env: str) -> subprocess.CompletedProcess[str]:
    """One run to its end, output captured."""
    return subprocess.run(
        command(raw, output, *options),
        cwd=ROOT,
        env=os.environ | env,
        capture_output=True,
        text=True,
        check=False,
    )


def digest(dataset: Path) -> str | None:
    """A hash over the names and bytes of the folder that stands there now; None where there is none.

    The folder is opened once, so that a swap meanwhile is not taken for a mix.
    """
    try:
        folder = os.open(dataset, os.O_RDONLY)
    except FileNotFoundError:
        return None
    total = hashlib.sha256()
    try:
        for name in sorted(os.listdir(folder)):  # noqa: PTH208
            with open(os.open(name, os.O_RDONLY, dir_fd=folder), "rb") as file:  # noqa: PTH123
                total.update(name.encode() + hashlib.sha256(file.read()).digest())
    except FileNotFoundError:
        return digest(dataset)  # swapped out and deleted while it was read
    finally:
        os.close(folder)
    return total.hexdigest()
