"""Reads the values of one file of event data; a failure names the file and the line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from pipeline.errors import PipelineError

WITHOUT_WORDS = ("@named", "@title")  # classes told by form: a person's name, a name of a prize
Pattern = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Check:
    """Reads the values of one file; a failure names the line where the value stands."""

    path: Path
    classes: Mapping[str, Sequence[str]]

    def fail(self, word: str, problem: str) -> NoReturn:
        """Raise PipelineError for the first line of the file that has the word."""
        lines = self.path.read_text(encoding="utf-8").splitlines()
        pattern = re.compile(rf"(?<![\w@]){re.escape(word)}(?!\w)")
        line = next((n for n, text in enumerate(lines, 1) if pattern.search(text)), 1)
        raise PipelineError(f"{self.path}, line {line}: {problem}.")

    def known(self, entry: Mapping[str, Any], keys: Sequence[str]) -> None:
        """Fail on a key that is none of the known ones."""
        for key in entry:
            if key not in keys:
                self.fail(key, f"unknown key '{key}'; known: {', '.join(keys)}")

    def pattern(self, text: str) -> Pattern:
        """A pattern from its words, classes written out."""
        return tuple(self.words([word]) for word in text.split())

    def words(self, names: Sequence[str]) -> frozenset[str]:
        """Words with the classes among them written out; a class's own name stays in as '@name'."""
        found: list[str] = []
        for name in names:
            found.append(name)
            if name.startswith("@"):
                if name in WITHOUT_WORDS:
                    continue
                if name[1:] not in self.classes:
                    self.fail(name, f"unknown word class '{name}'; known: {', '.join(self.classes)}")
                found.extend(self.classes[name[1:]])
        return frozenset(found)
