"""Base forms of words whose tag the model got wrong, as in headlines and capitals.

>>> base_forms("JAILED"), base_forms("banned"), base_forms("beaten")
(('jail', 'jaile'), ('bann', 'banne', 'ban'), ('beat',))
"""

from __future__ import annotations

from functools import cache

_IRREGULAR = {
    "beaten": "beat", "broken": "break", "taken": "take", "held": "hold", "kept": "keep", "shot": "shoot", "hit": "hit",
    "freed": "free", "fired": "fire", "fined": "fine", "sent": "send", "given": "give", "won": "win", "found": "find", "met": "meet",
    "shut": "shut", "struck": "strike", "hanged": "hang", "slain": "slay", "stolen": "steal", "said": "say", "told": "tell",
    "wrote": "write", "written": "write", "sued": "sue", "put": "put", "let": "let", "died": "die", "dies": "die", "denied": "deny", "tried": "try",
    "chosen": "choose", "stood": "stand", "went": "go", "gone": "go", "begun": "begin", "began": "begin", "left": "leave", "barred": "bar",
}  # fmt: skip


@cache
def base_forms(word: str) -> tuple[str, ...]:
    """Verbs that a past form may belong to; none for a word that is no past form."""
    word = word.lower()
    if word in _IRREGULAR:
        return (_IRREGULAR[word],)
    if len(word) < 5 or not word.endswith("ed"):
        return ()
    stem = word[:-2]
    if stem.endswith("i"):
        return (stem[:-1] + "y",)
    found = [stem, stem + "e"]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiouslz":
        found.append(stem[:-1])
    elif len(stem) > 2 and stem[-1] == stem[-2] == "l":
        found.append(stem[:-1])
    return tuple(found)
