"""Fields that say nothing: 'Released: -', 'Sentenced: n/a', 'Trial: pending', 'Fine:' with no more."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract.frames.declared import load_words
from pipeline.extract.syntax.reading import Reading

_LONGEST = 60  # characters read of a value: a blank one is short
_VALUE_ENDS = re.compile(r"[\n|\t;]|\.(?=\s)")
_SEPARATOR = re.compile(r" ?\([^()\n]{0,20}\) ?:|\s?[:=]|\s+[-–—](?=\s|$)")
_SAYS_SOMETHING = re.compile(r"[^\W_]|[✓✔☑]")  # a dash, dots or a question mark do not
_BARE_DASH = re.compile(r"[-–—.…?\s]+\w[\w ]{0,30}:")  # 'Sentence: -- Release: --'
_LABEL = re.compile(r"\W*\w[\w ]{0,30}:")


@cache
def _blank() -> re.Pattern[str]:
    """Values that say that nothing is known, or that it has not happened."""
    words = load_words("modality")
    whole, openers = (
        "|".join(re.escape(word) for word in sorted(words[key], key=lambda w: (-len(w), w)))
        for key in ("blank_values", "blank_openers")
    )
    return re.compile(rf"\W*(?:(?:{whole})(?=\W*$|\s*[.,(])|(?:{openers})\b(?! (?:less|more|only|later)\b))")


class BlankFields:
    """Reads the fields of one item."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.item.text
        self._tokens = reading.tokens

    def is_blank(self, head: int, last: int) -> bool:
        """True where a field is labelled by the trigger at tokens `head` to `last` and its value is none."""
        for i in dict.fromkeys((last, head)):
            end = self._tokens[i].end
            separator = _SEPARATOR.match(self._text, end)
            if separator is not None:
                return self._says_nothing(separator.end(), ":" in separator[0] or "=" in separator[0])
        return False

    def _says_nothing(self, start: int, labelled: bool) -> bool:
        text = self._text[start : start + _LONGEST]
        end = _VALUE_ENDS.search(text)
        value = (text[: end.start()] if end is not None else text).strip().lower()
        if not _SAYS_SOMETHING.search(value) or _BARE_DASH.match(value):
            return labelled and (bool(value) or self._ends_with(start, end))
        blank = _blank().match(value)
        return blank is not None and (labelled or blank.end() >= len(value.rstrip(" .")))

    def _ends_with(self, start: int, end: re.Match[str] | None) -> bool:
        """True where no value stands on the line below: it is the last, or the next field."""
        if end is None or end[0] != "\n":
            return True
        return _LABEL.match(self._text, start + end.end()) is not None
