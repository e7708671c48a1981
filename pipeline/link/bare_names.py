"""One-word forms on a page: whose they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.link.given_names import given_name
from pipeline.link.name_likeness import family_likeness, given_likeness
from pipeline.link.name_words import title_sex
from pipeline.link.person_name import PersonName
from pipeline.link.spelling import spelling_key
from pipeline.link.spots import Spot, bracketed


def resolve_bare(
    spots: Sequence[Spot], parsed: Mapping[str, PersonName], owner: Mapping[str, str]
) -> list[str]:
    """The owner of each spot of a page: that of its full name, or the one that a one-word form fits.

    A form in brackets right after a full name is another name of that person. Of several whom the
    word fits best, the title tells; then the one named last before it in the same item, then the
    only one named in the item at all. Otherwise the form stands for itself.
    """
    full: dict[str, list[PersonName]] = defaultdict(list)
    for text in sorted(owner):
        full[owner[text]].append(parsed[text])
    index = _index(full)
    aliases = {second.rank: first.name for first, second in bracketed(spots) if first.name in owner}
    here: dict[str, list[str]] = defaultdict(list)
    for spot in spots:
        if spot.name in owner:
            here[spot.item_id].append(owner[spot.name])
    found: list[str] = []
    before: dict[str, list[str]] = defaultdict(list)
    for spot in spots:
        who = owner.get(spot.name) or owner.get(aliases.get(spot.rank, ""))
        if who is None:
            who = _whose(spot, parsed[spot.name], full, index, before[spot.item_id], here[spot.item_id])
        before[spot.item_id].append(who)
        found.append(who)
    return found


def _index(full: Mapping[str, Sequence[PersonName]]) -> dict[str, list[str]]:
    """Owners by the first letters of the words of their names, to save comparing."""
    found: dict[str, set[str]] = defaultdict(set)
    for who, names in full.items():
        for name in names:
            for word in (*name.given, *name.middle, *name.family):
                for system in ("common", "slavic", "arabic"):
                    found[spelling_key(word, system)[:1]].add(who)
    return {letter: sorted(owners) for letter, owners in found.items()}


def _whose(
    spot: Spot,
    bare: PersonName,
    full: Mapping[str, Sequence[PersonName]],
    index: Mapping[str, Sequence[str]],
    before: Sequence[str],
    here: Sequence[str],
) -> str:
    sex = _title_before(spot)
    letters = {
        spelling_key(w, s)[:1] for w in (bare.text, *bare.family) for s in ("common", "slavic", "arabic")
    }
    owners = sorted({who for letter in letters for who in index.get(letter, ())})
    fits = [(max(_fit(bare, name) for name in full[who]), who) for who in owners]
    fits = [(score, who) for score, who in fits if score and _sex_fits(sex, full[who])]
    best = max((score for score, _ in fits), default=0)
    choice = [who for score, who in fits if score == best]
    if len(choice) == 1:
        return choice[0]
    for who in reversed(before):
        if who in choice:
            return who
    named = sorted({who for who in here if who in choice})
    if len(named) == 1:
        return named[0]
    return "bare " + spelling_key(bare.family[0] if bare.family else bare.text, "slavic")


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
    best = 0
    for word in bare.family:
        for family in (*name.family, *second):
            score = family_likeness(word, family, traditions)[0]
            best = max(best, 4 if score >= 0.9 else 2 if score else 0)
        for given in name.given:
            score = given_likeness(word, given)[0] if not name.initial else 0.0
            best = max(best, 3 if score == 1.0 else 1 if score > 0.7 else 0)
    return best
