"""dataset → output/report.html."""

from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.report import report_page
from pipeline.schema.dataset import Event, EventMention
from pipeline.storage import read_rows, write_text


def run(paths: Paths, params: Params) -> str:
    """Write the review page."""
    tellings: dict[str, list[EventMention]] = {}
    for telling in read_rows(paths.dataset / "event_mentions.parquet", EventMention):
        tellings.setdefault(telling.event_id, []).append(telling)
    events = read_rows(paths.dataset / "events.parquet", Event)
    write_text(paths.report, report_page(events, tellings))
    return f"{paths.report}"
