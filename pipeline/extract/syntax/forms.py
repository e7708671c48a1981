"""Base forms of words whose tag the model got wrong, as in headlines and capitals.

>>> base_forms("JAILED"), base_forms("banned"), base_forms("beaten")
(('jail', 'jaile'), ('bann', 'banne', 'ban'), ('beat',))
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pipeline.resources import table

_UNDOUBLED = "aeiousz"  # 'ss', 'zz' belong to the stem: passed, buzzed


@cache
def _irregular() -> Mapping[str, str]:
    return {str(k): str(v) for k, v in table("events/words/forms")["past"].items()}


@cache
def base_forms(word: str) -> tuple[str, ...]:
    """Verbs that a past form may belong to; none for a word that is no past form."""
    word = word.lower()
    if word in _irregular():
        return (_irregular()[word],)
    if len(word) < 5 or not word.endswith("ed"):
        return ()
    stem = word[:-2]
    if stem.endswith("i"):
        return (stem[:-1] + "y",)
    found = [stem, stem + "e"]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _UNDOUBLED:
        found.append(stem[:-1])
    return tuple(found)
