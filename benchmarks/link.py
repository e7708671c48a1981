"""Time and memory of linking: 100,000 mentions of 20,000 names on 5,000 pages, on one core.

    python -m benchmarks.link [MENTIONS] [NAMES]

The names are made up from syllables and given names of several languages; each person is written in
the ways that pages write one: in full, by surname, with an initial, misspelt, in another spelling.
"""

from __future__ import annotations

import resource
import sys
import time
from random import Random

from pipeline.link import link
from pipeline.schema.flow import CleanItem, Mention

GIVEN = (  # two spellings of a given name
    ("Uladzimir", "Vladimir"),
    ("Siarhei", "Sergei"), ("Katsiaryna", "Ekaterina"), ("Volha", "Olga"),
    ("Mohamed", "Muhammad"), ("Yasmine", "Yasmin"),
    ("Juan", "Juan"), ("Maria", "Maria"),
    ("Tendai", "Tendai"), ("Aigerim", "Aigerim"), ("Anahit", "Anahit"),
    ("Ingrid", "Ingrid"), ("Ihar", "Igor"),
)  # fmt: skip
SYLLABLES = "ba be bi da do ga ha ka ko la li ma me mi na no pa pe ra ro sa se ta to va vi za ze sha che zha"
STARTS = tuple(SYLLABLES.split(" "))
ENDS = ("ski", "ou", "enka", "vich", "uk", "ez", "yan", "shvili", "son", "ani", "ov", "er")
HEADS = ("Committee", "Centre", "Foundation", "Union", "Association", "Institute")


def people(random: Random, count: int) -> list[tuple[str, ...]]:
    """Forms of each of `count` people."""
    found: list[tuple[str, ...]] = []
    for _ in range(count):
        given, other = random.choice(GIVEN)
        surname = "".join(
            random.choice(STARTS) for _ in range(random.randint(2, 4))
        ).capitalize() + random.choice(ENDS)
        at = random.randint(2, len(surname) - 2)
        slip = surname[:at] + surname[at + 1] + surname[at] + surname[at + 2 :]
        full = f"{given} {surname}"
        found.append((full, full, f"{other} {surname}", f"{given[0]}. {surname}", surname, f"{given} {slip}"))
    return found


def corpus(mentions: int, names: int) -> tuple[list[CleanItem], list[Mention]]:
    """A corpus of made-up pages: three mentions in four are people, the others bodies and places."""
    random = Random(1)
    forms = people(random, names * 3 // 4)
    bodies = [
        f"{random.choice(HEADS)} for {random.choice(STARTS).capitalize()}{random.choice(STARTS)} {word}"
        for word in (
            f"W{i:x}".translate(str.maketrans("0123456789", "ghijklmnop")) for i in range(names // 4)
        )
    ]
    towns = ("Minsk", "Homel", "Kyiv", "Lima", "Nairobi", "Hanoi", "Tbilisi", "Belarus", "Kenya", "Peru")
    items, found = [], []
    for page in range(mentions // 20):
        text, item_id = "", f"page-{page}#0"
        cast = [random.choice(forms) for _ in range(5)]
        for _ in range(20):
            kind = random.choices(("person", "organization", "place"), (15, 4, 1))[0]
            name = random.choice(
                random.choice(cast) if kind == "person" else bodies if kind == "organization" else towns
            )
            found.append(Mention(item_id, kind, len(text), len(text) + len(name), name, "made up"))
            text += name + " and "
        items.append(CleanItem(item_id, f"page-{page}", text, (), (), None, None, None))
    return items, found


def main() -> None:
    """Print what linking takes."""
    mentions, names = (int(a) for a in (*sys.argv[1:], "100000", "20000")[:2])
    items, found = corpus(mentions, names)
    begun = time.process_time()
    linked, entities, doubts = link(items, found)
    taken = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(linked):,} mentions of {names:,} names on {len(items):,} pages: {len(entities):,} entities,")
    print(f"{len(doubts):,} doubtful pairs, {taken:.1f} s of one core, {peak:.0f} MiB at most")


if __name__ == "__main__":
    main()
