"""The file that is written: inert data, a closed policy, the same bytes."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pipeline.report import report_page
from pipeline.report.document import RESOURCES, inert_json
from pipeline.schema.dataset import EVENT_TYPES
from tests.report.rows_made_up import made_up

SCRIPT = re.compile(r'<script type="application/json" id="([^"]*)">(.*?)</script>', re.DOTALL)


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_holds_nothing_that_html_or_javascript_would_act_on(value: object) -> None:
    text = inert_json(value)
    assert json.loads(text) == value
    assert not set("<>&\u2028\u2029\r\n") & set(text)


def test_page_text_cannot_leave_its_script() -> None:
    text = "before </script><script>alert(1)</script> <!-- <script> ]]> &lt; after"
    document = report_page(made_up([text]))
    assert "alert(1)</script" not in document
    parts = dict(SCRIPT.findall(document))
    assert json.loads(parts["page-0"])["text"] == text
    assert sorted(parts) == ["index", "page-0"]


def test_the_policy_names_this_program_and_this_style_only() -> None:
    document = report_page(made_up(["a text"]))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', document)
    assert policy
    for name, tag in (("app.js", "script"), ("app.css", "style")):
        source = (RESOURCES / name).read_text(encoding="utf-8").strip()
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]
        assert f"<{tag}>{source}</{tag}>" in document
    assert "default-src 'none'" in policy[1] and "unsafe" not in policy[1]


def test_the_program_cannot_end_its_own_element() -> None:
    for name in ("app.js", "app.css"):
        source = (RESOURCES / name).read_text(encoding="utf-8").lower()
        assert "</script" not in source and "<!--" not in source and "</style" not in source
        assert "\r" not in source, "the hash of the policy would not fit what a browser reads"


def test_same_rows_same_bytes() -> None:
    assert report_page(made_up(["one", "two"])) == report_page(made_up(["one", "two"]))


def test_a_type_that_was_added_as_data_can_be_chosen() -> None:
    rows = made_up(["one", "two"])
    rows.events[0] = replace(rows.events[0], event_type="picnic")
    types = json.loads(dict(SCRIPT.findall(report_page(rows)))["index"])["eventTypes"]
    assert types == [*EVENT_TYPES, "picnic"]
