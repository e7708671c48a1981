"""From linked names to the rows of entities: canonical name, aliases, id."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline.link.given_names import given_name
from pipeline.link.org_name import OrgName
from pipeline.link.organizations import Organization
from pipeline.link.people import Person
from pipeline.link.person_name import PersonName, is_initial, parse_name
from pipeline.link.places import PlaceEntity
from pipeline.link.spelling import slug
from pipeline.link.spots import Spot
from pipeline.link.verdict import Verdict
from pipeline.schema.flow import DoubtfulPair, Entity


@dataclass(frozen=True, slots=True)
class Named:
    """An entity's row and the spots that name it."""

    entity: Entity
    spots: tuple[Spot, ...]


def person_entities(people: Sequence[Person]) -> list[Named]:
    """Rows of people, in the order given."""
    rows = []
    for person in people:
        best = max(person.names, key=_person_rank(person))
        name = _recased(best)
        base = slug(" ".join(_plain_parts(best))) + (f"-{slug(person.page_id)}" if person.page_id else "")
        extra = min(s.page_id for s in person.spots) if best.bare else " ".join(best.middle)
        rows.append((base, extra, Named(_row("person", base, name, person.spots), person.spots)))
    return _distinct(rows)


def _person_rank(person: Person) -> Callable[[PersonName], tuple[object, ...]]:
    """Fullest first; then Latin letters, written as usual, most pages; the spelling decides ties."""
    pages = _pages(person.spots)

    def rank(name: PersonName) -> tuple[object, ...]:
        full = sum(not is_initial(p) for p in (*name.given, *name.middle)) + len(name.family)
        latin = max(name.text, default="a") < "\u0370"
        native = sum(_native(p) for p in name.given)
        words = [w for w in name.text.split() if len(w) > 2]
        return (
            latin,
            full,
            not any(w.isupper() for w in words),
            native,
            pages[name.text],
            -len(name.text),
            [-ord(c) for c in name.text],
        )

    return rank


def _native(given: str) -> int:
    """Whether a given name is spelt in the Belarusian or Ukrainian way, not by way of the Russian one."""
    plain = given.lower()
    known = given_name(given)
    own = plain.endswith(("iy", "ii", "mir")) is False and any(
        s in plain
        for s in (
            "uladz",
            "volody",
            "ryna",
            "dz",
            "ts",
            "siar",
            "serh",
            "olek",
            "alia",
            "yauh",
            "yevh",
            "hanna",
            "volha",
            "olha",
            "ihar",
            "ihor",
            "mikalai",
            "mykola",
            "aleh",
            "oleh",
            "henadz",
            "hleb",
            "zmit",
            "mykh",
            "heor",
            "hal",
            "vital",
            "valer",
            "katery",
            "olena",
            "alena",
            "halyna",
            "sviat",
            "svit",
            "nadzeya",
            "palina",
            "raman",
            "viktar",
            "barys",
            "bahd",
            "bohd",
            "yahor",
            "mikita",
            "mykyta",
        )
    )
    return int(own and "slavic" in known.traditions)


def _plain_parts(name: PersonName) -> list[str]:
    """The parts that make the id: without initials and patronymics where there is a full given name."""
    if name.bare or name.initial or not name.family:
        return [name.text]
    parsed = parse_name(name.text)
    middle = [
        m
        for m in parsed.middle
        if not is_initial(m) and not m.lower().endswith(("vich", "vych", "vna", "una", "chna"))
    ]
    words = [w for w in name.text.replace(",", " ").split() if w not in parsed.middle or w in middle]
    if name.family_first and name.tradition not in ("chinese", "korean", "vietnamese"):
        words = [*name.given, *middle, "-".join(name.family)]
    return words


def _recased(name: PersonName) -> str:
    """The name as usual: `SHARKOUSKI Uladzimir` is Uladzimir Sharkouski; other words stay as written."""
    words = [w for w in name.text.split() if len(w) > 2]
    if not any(w.isupper() for w in words):
        return name.text
    text = name.text
    if name.family_first and name.tradition not in ("chinese", "korean", "vietnamese") and name.family:
        text = " ".join((*name.given, *name.middle, "-".join(name.family)))
    return " ".join(_capitalised(w) if w.isupper() and len(w) > 2 else w for w in text.split())


def _capitalised(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-"))


def organization_entities(bodies: Sequence[Organization]) -> list[Named]:
    """Rows of organisations, in the order given."""
    rows = []
    for body in bodies:
        best = max(body.names, key=_org_rank(body))
        base = best.body or slug(best.text.removeprefix("the ").removeprefix("The "))
        generic = best.body is None and best.state and not best.own and not best.places
        base += f"-{body.country.lower()}" if generic and body.country else ""
        row = _row("organization", base, best.text.removeprefix("the ").removeprefix("The "), body.spots)
        rows.append(
            (base, (body.country or "").lower(), Named(replace(row, acronym=body.acronym), body.spots))
        )
    return _distinct(rows)


def _org_rank(body: Organization) -> Callable[[OrgName], tuple[object, ...]]:
    """The shortest full name: no acronym, no part of the body, no slip, says what kind of body it is."""
    pages = _pages(body.spots)

    def rank(name: OrgName) -> tuple[object, ...]:
        full = name.acronym is None and not name.unit
        shown = not any(w.isupper() for w in name.text.split() if len(w) > 4)
        return (
            full,
            not name.misspelt,
            not name.short or not body.names,
            name.headed,
            shown,
            -len(name.bag),
            pages[name.text],
            -len(name.text),
            [-ord(c) for c in name.text],
        )

    return rank


def place_entities(places: Sequence[PlaceEntity]) -> list[Named]:
    """Rows of places, in the order given."""
    rows = []
    for place in places:
        identity, city = place.identity, place.identity.city
        pages = _pages(place.spots)
        best = max(
            place.names,
            key=lambda n: (
                not n.loose,
                n.text == identity.plain,
                not n.text.isupper(),
                pages[n.text],
                -len(n.text),
                [-ord(c) for c in n.text],
            ),
        )
        name = (
            " ".join(_capitalised(w) for w in best.text.split())
            if best.text.isupper() and len(best.text) > 3
            else best.text
        )
        row = _row("place", identity.place_id, best.core if best.loose else name, place.spots)
        row = replace(
            row,
            place_kind=identity.kind,
            country_code=identity.country,
            geonames_id=identity.geonames_id,
            latitude=city.latitude if city else None,
            longitude=city.longitude if city else None,
        )
        rows.append((identity.place_id, identity.kind, Named(row, place.spots)))
    return _distinct(rows)


def _pages(spots: Sequence[Spot]) -> Counter[str]:
    """How many pages use each form."""
    return Counter(name for name, _ in sorted({(s.name, s.page_id) for s in spots}))


def _row(kind: str, entity_id: str, name: str, spots: Sequence[Spot]) -> Entity:
    aliases = tuple(sorted({s.name for s in spots} - {name}))
    return Entity(kind, entity_id, name, None, aliases, None, None, None, None, None)


def _distinct(rows: Sequence[tuple[str, str, Named]]) -> list[Named]:
    """Tell clashing ids apart by what is their own: the extra given, else a hash of the names.

    The one with the least to add keeps the plain id.
    """
    by_id: dict[str, list[int]] = defaultdict(list)
    for i, (base, _, _) in enumerate(rows):
        by_id[base].append(i)
    found = [named for _, _, named in rows]
    for base, clashing in by_id.items():
        taken = {base}
        ordered = sorted(clashing, key=lambda i: (rows[i][1], found[i].entity.name, found[i].entity.aliases))
        for i in ordered[1:]:
            extra, entity = rows[i][1], found[i].entity
            new = f"{base}-{slug(extra)}" if extra else base
            if new in taken:
                new = f"{base}-{_hash(found[i])}"
            taken.add(new)
            found[i] = replace(found[i], entity=replace(entity, entity_id=new))
    return found


def _hash(named: Named) -> str:
    """Short hash of an entity's names and of where it is first named."""
    first = min((s.item_id, s.mention.start) for s in named.spots)
    content = (named.entity.name, *named.entity.aliases, first[0], str(first[1]))
    return hashlib.sha256("\n".join(content).encode()).hexdigest()[:6]


def doubtful_pairs(
    kind: str, ids: Sequence[str], doubts: Sequence[tuple[int, int, Verdict]]
) -> list[DoubtfulPair]:
    """Rows of doubtful pairs, the likeliest verdict for each."""
    best: dict[tuple[str, str], Verdict] = {}
    for i, j, verdict in doubts:
        if i != j:
            left, right = sorted((ids[i], ids[j]))
            if (left, right) not in best or verdict.score > best[left, right].score:
                best[left, right] = verdict
    return [DoubtfulPair(kind, a, b, round(v.score, 3), v.reason) for (a, b), v in sorted(best.items())]
