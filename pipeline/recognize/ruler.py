"""What spaCy's attribute ruler says of a word, looked up where it was said before.

The ruler holds its two hundred patterns against every token. Nearly all of them look at one token's
lower-case form, tag and dependency alone: what they said of these once they say of them always.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc

Match = tuple[int, int, int, int]
"""Number of the pattern, its label, first token and end."""

_ATTRIBUTES = ("LOWER", "TAG", "DEP")
_MOST = 200_000  # forms that are kept: bounds the memory
_OF_THE_FORM = {*_ATTRIBUTES, "IS_SPACE"}


def remember_matches(ruler: Any) -> None:
    """Let spaCy's AttributeRuler look up what its patterns of one token match; it matches as before."""
    longer = _longer(ruler)
    if longer is not None:
        ruler.match = _Remembered(ruler, longer)


def _longer(ruler: Any) -> Matcher | None:
    """A matcher of the patterns of several tokens; None where a pattern looks at more than the form."""
    from spacy.matcher import Matcher

    matcher = Matcher(ruler.vocab, validate=False)
    for number, rule in enumerate(ruler.patterns):
        if any(not token.keys() <= _OF_THE_FORM for pattern in rule["patterns"] for token in pattern):
            return None
        if long := [pattern for pattern in rule["patterns"] if len(pattern) > 1]:
            matcher.add(str(number), long)
    return matcher


class _Remembered:
    def __init__(self, ruler: Any, longer: Matcher) -> None:
        self._match = ruler.match
        self._longer = longer
        self._strings = ruler.vocab.strings
        self._known: dict[tuple[int, ...], tuple[tuple[int, int], ...]] = {}

    def __call__(self, doc: Doc) -> list[Match]:
        forms = [tuple(row) for row in doc.to_array(list(_ATTRIBUTES)).tolist()]
        if len(self._known) > _MOST:
            self._known.clear()
        fresh = {form: i for i, form in enumerate(forms) if form not in self._known}
        if fresh:
            self._learn(doc, fresh)
        matches = [(*rule, i, i + 1) for i, form in enumerate(forms) for rule in self._known[form]]
        found: list[Any] = self._longer(doc, allow_missing=True, as_spans=False) if len(doc) > 1 else []
        matches += [(int(self._strings[label]), label, start, end) for label, start, end in found]
        return sorted(matches)

    def _learn(self, doc: Doc, fresh: dict[tuple[int, ...], int]) -> None:
        """Ask the ruler about a text of the new forms alone: it takes the time of few words."""
        from spacy.tokens import Doc as Text

        words = Text(doc.vocab, words=[doc[i].text for i in fresh.values()])
        for token, i in zip(words, fresh.values(), strict=True):
            token.tag, token.dep = doc[i].tag, doc[i].dep
        rules: list[list[tuple[int, int]]] = [[] for _ in fresh]
        for number, label, start, end in self._match(words):
            if end - start == 1:
                rules[start].append((number, label))
        self._known.update(zip(fresh, map(tuple, rules), strict=True))
