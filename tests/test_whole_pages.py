"""Pages made of what pages are made of, and of junk: the dataset of any of them keeps the contract."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.stages import DATASET_STAGES, run_stages
from pipeline.verify import verify

NAMES = st.sampled_from(["Aida Bekova", "J. P. Okello", "MARTA KOWALSKA", "Nguyễn Văn Hải", "al-Sayed"])
PLACES = st.sampled_from(["Osh", "Nairobi", "Hà Nội", "the Lublin region", "TASHKENT", "Côte d’Ivoire"])
BODIES = st.sampled_from(["the Union of Writers", "OSCE", "Ministry of Justice", "the court", "“Free Word”"])
DATES = st.sampled_from(
    ["12 March 2014", "March 12, 2014", "12.03.2014", "03/12/14", "yesterday", "2014-02-30", "in May",
     "from 1 to 3 June", "last Monday", "the 1990s", "9999", "0001-01-01", "31.12.9999", "a day earlier"]
)  # fmt: skip
VERBS = st.sampled_from(["was detained", "was sentenced to 3 years", "called on", "denied that", "died"])
SENTENCES = st.builds("{} {} in {} on {}, {} said.".format, NAMES, VERBS, PLACES, DATES, BODIES)
HEADLINES = st.builds("{} {} in {}".format, NAMES, VERBS, PLACES)
JUNK = st.text(max_size=30) | st.sampled_from(
    ["&nbsp;", "<b>", "</p><p>", "â€œ", "\ufeff", "\u202e", "\u200b", "Read more >>", "| Home |", "[1]",
     "e\u0301\u0301", "\x07", "https://example.org/a?b=c", "(((", "““", "- - -", "© 2014"]
)  # fmt: skip
LINES = st.one_of(
    SENTENCES, HEADLINES, DATES, JUNK,
    st.builds("{} {}".format, SENTENCES, SENTENCES),
    st.builds("• {}: {}".format, DATES, SENTENCES),
    st.builds("{}, {} – {}".format, PLACES, DATES, SENTENCES),
    st.builds("Posted on {} by {}".format, DATES, NAMES),
    st.builds("“{} {}”".format, SENTENCES, JUNK),
    st.builds("{}{}{}".format, JUNK, SENTENCES, JUNK),
)  # fmt: skip
ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\n \n", " "])
PAGES = st.lists(st.tuples(LINES, ENDS), max_size=14).map(
    lambda lines: "".join(line + end for line, end in lines)
)


@given(texts=st.lists(PAGES, min_size=1, max_size=3), html=PAGES)
@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_the_dataset_of_any_page_keeps_the_contract(texts: list[str], html: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = Paths(folder / "raw", folder / "out", folder / "none")
        paths.raw.mkdir()
        for number, text in enumerate(texts):
            (paths.raw / f"page-{number}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
        body = f"<html><body><h1>News</h1><p>{html}</p></body></html>"
        (paths.raw / "page.html").write_bytes(body.encode("utf-8", "surrogatepass"))
        run_stages(paths, Params(executor="serial"), (*DATASET_STAGES, "report"), quiet=True)
        assert verify(paths.dataset, paths.raw) == []
