"""`docs/layouts.md`: the layouts that pages are read in, from the functions that cut them."""

from __future__ import annotations

import inspect

from pipeline.segment.layouts.catalogue import LAYOUTS
from pipeline.segment.page_rows import page_rows

HEAD = """# Layouts

How pages set out their items; `items.layout` says which of these cut an item. Each layout says where
items would begin under it, and the one that explains the page best is taken: every item with the same
parts, no date and no headline left over, nothing that is a menu, a footer or a teaser inside
(`pipeline/segment/layouts/score.py`). No layout knows a site.

Made from `pipeline/segment/layouts/catalogue.py`; do not edit by hand. A new layout is one function in its
tuple `LAYOUTS`.

| layout | what the page looks like |
| --- | --- |
"""


def layouts_page() -> str:
    """The page in Markdown."""
    empty = page_rows("", None)
    rows = [
        f"| {layout(empty).layout} | {' '.join((inspect.getdoc(layout) or '').split())} |"
        for layout in LAYOUTS
    ]
    return HEAD + "\n".join(rows) + "\n"
