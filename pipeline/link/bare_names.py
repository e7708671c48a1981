"""One-word forms on a page: whose they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.link.given_names import given_name
from pipeline.link.name_likeness import family_likeness, given_likeness
from pipeline.link.name_words import nickname_in, title_sex
from pipeline.link.page_mentions import Spot, aliased, bracketed
from pipeline.link.person_blocks import word_keys
from pipeline.link.person_name import PersonName
from pipeline.link.spelling import spelling_key

TORN = "torn "
"""What the owner of a form begins with that fits several people of its page alike."""


def resolve_bare(
    spots: Sequence[Spot], parsed: Mapping[str, PersonName], owner: Mapping[str, str]
) -> list[str]:
    """The owner of each spot of a page: that of its full name, or the one that a one-word form fits.

    A form in brackets right after a full name, or that it is said to be called, is another name of that
    person. Of several whom the word fits best, the title tells, then the item, where it names only one of
    them, then the page, where only one has been named so far. Otherwise the form stands for itself (the
    bearer named last may as well be the wife or the brother): as `TORN` between people of the page, whom no
    other page can tell apart, or as somebody whom the page does not introduce.
    """
    bearers = _Bearers(parsed, owner)
    beside = (*bracketed(spots), *aliased(spots))
    aliases = {second.rank: first.name for first, second in beside if first.name in owner}
    called = {second.name: first.name for first, second in aliased(spots) if first.name in owner}
    here: dict[str, set[str]] = defaultdict(set)
    for spot in spots:
        if spot.name in owner:
            here[spot.item_id].add(owner[spot.name])
    found: list[str] = []
    seen: set[str] = set()
    for spot in spots:
        who = owner.get(spot.name) or owner.get(aliases.get(spot.rank, ""))
        if who is None:
            choice = bearers.fitting(parsed[spot.name], _title_before(spot))
            who = _choose(choice, here[spot.item_id], seen) or owner.get(called.get(spot.name, ""))
            who = who or (TORN if choice else "bare ") + _itself(parsed[spot.name])
        here[spot.item_id].add(who)
        seen.add(who)
        found.append(who)
    return found


def _choose(choice: frozenset[str], here: set[str], before: set[str]) -> str | None:
    """Of those whom the form fits the only one, else the only one in the item or on the page so far."""
    in_item = choice & here
    for some in (choice, in_item, (in_item or choice) & before):
        if len(some) == 1:
            return next(iter(some))
    return None


def _itself(bare: PersonName) -> str:
    return spelling_key(bare.family[0] if bare.family else bare.text, "slavic")


class _Bearers:
    """The people of a page, found by any word of their names."""

    def __init__(self, parsed: Mapping[str, PersonName], owner: Mapping[str, str]) -> None:
        self._full: dict[str, list[PersonName]] = defaultdict(list)
        index: dict[str, set[str]] = defaultdict(set)
        for text in sorted(owner):
            name = parsed[text]
            self._full[owner[text]].append(name)
            nickname = nickname_in(text)
            for word in (*name.words, *filter(None, (nickname,))):
                for key in word_keys(word):
                    index[key].add(owner[text])
        self._index = index
        self._known: dict[tuple[str, str | None], frozenset[str]] = {}

    def fitting(self, bare: PersonName, sex: str | None) -> frozenset[str]:
        """Whom a one-word form fits best, of that sex where it is told."""
        if (bare.text, sex) not in self._known:
            self._known[bare.text, sex] = self._find(bare, sex)
        return self._known[bare.text, sex]

    def _find(self, bare: PersonName, sex: str | None) -> frozenset[str]:
        keys = {key for word in (*bare.family, *bare.given) for key in word_keys(word)}
        owners = sorted({who for key in keys for who in self._index.get(key, ())})
        fits = [
            (max(_fit(bare, name) for name in self._full[who]), who)
            for who in owners
            if _sex_fits(sex, self._full[who])
        ]
        best = max((score for score, _ in fits), default=0)
        return frozenset(who for score, who in fits if score == best) if best else frozenset()


def title_of(spots: Sequence[Spot]) -> str | None:
    """The sex that the titles before the spots tell; None where they tell none or both."""
    told = {sex for spot in spots if (sex := _title_before(spot))}
    return told.pop() if len(told) == 1 else None


def _title_before(spot: Spot) -> str | None:
    """The sex that a title before the form tells, or one inside it."""
    words = [*spot.before.split()[-1:], *spot.name.split()[:1]]
    return next((sex for w in words if (sex := title_sex(w.strip('("“,'))) in ("m", "f")), None)


def _sex_fits(sex: str | None, names: Sequence[PersonName]) -> bool:
    return sex is None or all(n.sex in (None, sex) for n in names)


def _fit(bare: PersonName, name: PersonName) -> int:
    """How well a one-word form fits a name: 4 family name, 3 given name, 2 and 1 with a slip, 0 not."""
    if not bare.family:
        return 0
    traditions = frozenset({bare.tradition, name.tradition})
    second = [m for m in name.middle if not given_name(m).classes]
    nickname = nickname_in(name.text)
    best = 3 if nickname and spelling_key(nickname) == spelling_key(bare.text) else 0
    if bare.given and bare.given[0] not in bare.family and name.given and not name.initial:
        best = 3 if given_likeness(bare.given[0], name.given[0])[0] == 1.0 else best  # Jun-jun
    for word in bare.family:
        for family in (*name.family, *second):
            score = family_likeness(word, family, traditions)[0]
            best = max(best, 4 if score >= 0.9 else 2 if score else 0)
        for given in name.given:
            score = given_likeness(word, given)[0] if not name.initial else 0.0
            best = max(best, 3 if score == 1.0 else 1 if score > 0.7 else 0)
    return best
