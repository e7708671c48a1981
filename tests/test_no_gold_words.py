"""The people and bodies of the gold pages are named nowhere but there: nothing is made to fit them."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDERS = ("pipeline", "docs", "notebooks", "tests", "README.md")
APART = (
    "tests/gold/",
    "tests/open_pages/",
    "tests/held_out/",
    "pipeline/report/app/",
    "pipeline/resources/report/",
)
# People and bodies that exist, and names that are words.
REAL = frozenset(
    """
    Ales Bialiatski | Bialiatski | Souhayr Belhassen | Belhassen | Yuri Dzhibladze | Dzhibladze
    Amnesty International
    City Council | Council of Europe | Embassy of Belarus | European Court of Human Rights
    European Parliament | European Union
    High Court | House of Representatives | International Federation for Human Rights | Milli Majlis
    International Federation of Human Rights | Investigative Committee | Ministry of Information
    Ministry of Justice | Ministry of Justice of Belarus | Minsk City Court | Prosecutor General’s Office
    United Nations | United Nations Human Rights Council | United Nations office
    """.replace("\n", "|").split("|")
)
SHORTEST_FAMILY_NAME = 5
# Family names that are also places, months or given names of many.
ALSO_WORDS = frozenset(
    {"April", "August", "March", "Paris", "Brest", "Anton", "Naguib", "Sobhi", "Meilin", "Valiantsina"}
)


def gold_names() -> list[str]:
    """Names of more than one word, and family names, of the people and bodies in the labels."""
    names: set[str] = set()
    given: set[str] = set(ALSO_WORDS)
    for path in (ROOT / "tests" / "gold" / "labels").glob("*.json"):
        for item in json.loads(path.read_text(encoding="utf-8"))["items"]:
            for row in item["persons"] + item["organizations"]:
                names.update(name for name in (row["name"], *row["aliases"]) if " " in name)
            for row in item["persons"]:
                given.add(row["name"].split()[0].title())
                family = row["name"].split()[-1]
                if " " in row["name"] and len(family) >= SHORTEST_FAMILY_NAME:
                    names.add(family)
    real = {name.strip().lower() for name in REAL}
    return sorted(name for name in names if name.lower() not in real and name.title() not in given)


def project_files() -> list[str]:
    """The files of the project that stand outside the labelled pages."""
    listed = subprocess.run(
        ["git", "ls-files", *FOLDERS], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    return [name for name in listed.splitlines() if not name.startswith(APART)]


def test_nothing_names_the_cast_of_the_gold_pages() -> None:
    names = gold_names()
    assert len(names) > 300
    cast = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)
    found = {}
    for name in project_files():
        path = ROOT / name
        if path.is_file() and name != "tests/test_no_gold_words.py":
            hits = cast.findall(path.read_text(encoding="utf-8", errors="ignore"))
            if hits:
                found[name] = sorted(set(hits))
    assert found == {}
