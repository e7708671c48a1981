"""Files of every kind under raw/, as saved from anywhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import PipelineError
from pipeline.read import read_pages
from pipeline.read.ids import page_id
from pipeline.schema.flow import SourcePage

ENGLISH = (
    "Police in Gdynia held the editor of the weekly for two days and then let him go.\r\n"
    "His lawyer said that the search of the office was not lawful, and that they will appeal.\r\n"
)
POLISH = (
    "Policja zatrzymała w Gdyni redaktora tygodnika i zwolniła go po dwóch dniach bez zarzutów.\n"
    "Adwokat powiedział, że przeszukanie redakcji było bezprawne i że złoży zażalenie do sądu.\n"
)


def read(folder: Path) -> dict[str, SourcePage]:
    return {page.path: page for page in read_pages(folder)}


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp1251"]
)
def test_the_same_text_comes_out_of_every_encoding(tmp_path: Path, encoding: str) -> None:
    text = ENGLISH + "“We will appeal” – she said…\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    page = read(tmp_path)["a.txt"]
    assert page.text.removeprefix("\ufeff") == text
    assert (page.language, page.problem) == ("en", None)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_text_files_are_left_alone(tmp_path: Path, end: str) -> None:
    data = ENGLISH.replace("\r\n", end).encode()
    (tmp_path / "a.txt").write_bytes(data)
    assert read(tmp_path)["a.txt"].text.encode() == data


def test_a_utf8_file_with_one_cut_character_stays_utf8(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((ENGLISH + "Łódź, Kraków, Gdańsk, Poznań, ż").encode()[:-1])
    assert "Łódź, Kraków" in read(tmp_path)["a.txt"].text


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("empty.txt", b"", "empty file"),
        ("blank.txt", b"\xef\xbb\xbf \r\n\r\n", "empty file"),
        ("picture.txt", bytes(range(256)) * 20, "binary or undecodable"),
        ("polish.txt", POLISH.encode(), "not English: pl"),
        ("report.pdf", b"%PDF-1.4", "not a .txt or .html file"),
        ("nothing.html", b"<html><head><title>T</title></head><body><p> </p></body></html>", "empty file"),
    ],
)
def test_a_page_that_cannot_be_read_says_why(tmp_path: Path, name: str, data: bytes, problem: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert (read(tmp_path)[name].problem or "").startswith(problem)


def test_a_page_mainly_in_english_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH * 3 + POLISH, encoding="utf-8")
    assert (read(tmp_path)["a.txt"].language, read(tmp_path)["a.txt"].problem) == ("en", None)


def test_an_html_page_keeps_blocks_and_says_title_and_address(tmp_path: Path) -> None:
    markup = (
        '<html><head><meta charset="windows-1252"><title>News &amp; views</title>'
        '<link rel="canonical" href="https://news.example/1"><style>p{color:red}</style></head><body>'
        "<h1>Editor held</h1><p>" + ENGLISH + "</p><ul><li>one</li><li>two</li></ul>"
        "<script>var x = 1;</script><p>“Let him go”</p></body></html>"
    )
    (tmp_path / "a.htm").write_bytes(markup.encode("cp1252"))
    page = read(tmp_path)["a.htm"]
    assert (page.title, page.url, page.problem) == ("News & views", "https://news.example/1", None)
    lines = [line.strip() for line in page.text.split("\n") if line.strip()]
    assert lines[0] == "Editor held"
    assert lines[-3:] == ["* one", "* two", "“Let him go”"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("iso-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("ISO-8859-9", "cp1254"),
        ("windows-1251", "cp1251"),
        ("gb2312", "gb18030"),
        ("iso-8859-1", "utf-8"),
        ("windows-1251", "utf-8"),
        ("utf-16", "utf-8"),
        ("utf-8", "cp1252"),
        ("undefined", "utf-8"),
        ("punycode", "cp1252"),
        ("x-user-defined", "cp1252"),
    ],
)
def test_a_declared_encoding_is_read_as_browsers_do(tmp_path: Path, declared: str, encoding: str) -> None:
    said = "“We will appeal” – he said…"
    markup = (
        f'<html><head><meta charset="{declared}"></head><body><p>{ENGLISH}</p><p>{said}</p></body></html>'
    )
    (tmp_path / "a.html").write_bytes(markup.encode(encoding))
    page = read(tmp_path)["a.html"]
    assert page.problem is None and said in page.text


def test_columns_of_a_layout_table_are_not_woven_together(tmp_path: Path) -> None:
    markup = (
        "<html><body><table><tr><td>Menu<br>Reports<br>Links</td><td><h2>Well poisoned</h2>"
        f"{ENGLISH}<br><br>No case was opened.</td></tr></table>"
        "<table><tr><td>2012</td><td>14</td></tr><tr><td>2013</td><td>9</td></tr></table></body></html>"
    )
    (tmp_path / "a.html").write_text(markup)
    lines = [line.strip() for line in read(tmp_path)["a.html"].text.split("\n") if line.strip()]
    assert lines[:4] == ["Menu", "Reports", "Links", "Well poisoned"]
    assert [line.split() for line in lines[-2:]] == [["2012", "14"], ["2013", "9"]]


def test_page_ids_are_readable_stable_and_distinct() -> None:
    assert page_id("a/b.txt") == "a/b"
    paths = ["a/b.txt", "a/b.html", "a/b.html.txt", "a/b.TXT", "a b.txt", "a-b.txt", "a:b.txt", "Łódź.txt"]
    assert len({page_id(path) for path in paths}) == len(paths)
    assert page_id("a b.txt").startswith("a-b~")


def test_links_out_of_raw_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(ENGLISH)
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_text(ENGLISH)
    (raw / "link.txt").symlink_to(tmp_path / "secret.txt")
    (raw / "up").symlink_to(tmp_path, target_is_directory=True)
    pages = read(raw)
    assert {path: page.text for path, page in pages.items() if page.problem} == {"link.txt": "", "up": ""}
    assert pages["a.txt"].problem is None


def test_missing_or_empty_folder(tmp_path: Path) -> None:
    for folder, words in ((tmp_path / "none", "no such folder"), (tmp_path, "no pages")):
        with pytest.raises(PipelineError, match=words) as caught:
            read(folder)
        assert "\n" not in str(caught.value) and str(folder) in str(caught.value)


def test_pages_csv_adds_what_files_do_not_say(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH + "Retrieved on 3 May 2014\n")
    (tmp_path / "b.txt").write_text(ENGLISH + "Retrieved on 3 May 2014\n")
    (tmp_path / "pages.csv").write_text(
        'path,url,retrieved_on,language,title\na.txt,https://x.example/a,2015-01-02,EN,"One, two"\n'
    )
    pages = read(tmp_path)
    a, b = pages["a.txt"], pages["b.txt"]
    assert (a.url, a.retrieved_on, a.title) == ("https://x.example/a", date(2015, 1, 2), "One, two")
    assert (b.url, b.retrieved_on, b.title) == (None, date(2014, 5, 3), None)
    assert "pages.csv" not in pages


def test_pages_csv_may_come_from_a_spreadsheet_with_semicolons(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    (tmp_path / "pages.csv").write_text("path;title\r\na.txt;One, two\r\n", encoding="utf-8-sig")
    assert read(tmp_path)["a.txt"].title == "One, two"


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("path,url\nmissing.txt,https://x.example", "line 2: no page 'missing.txt'"),
        ("path,retrieved_on\na.txt,03.05.2014", "line 2: retrieved_on '03.05.2014' is no date"),
        ("path,retrieved_on\na.txt,2014-02-30", "is no date"),
        ("path,colour\na.txt,red", "line 1: columns path, colour"),
        ("path\na.txt\na.txt", "line 3: 'a.txt' stands twice"),
        ("path,title\na.txt,one,two", "line 2: more fields"),
        ("path,language\na.txt,English", "two-letter"),
        ("path,title\na.txt,Łódź", "not readable as CSV in UTF-8"),
    ],
)
def test_a_wrong_manifest_names_file_and_line(tmp_path: Path, rows: str, words: str) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    (tmp_path / "pages.csv").write_text(rows + "\n", encoding="cp1250")
    with pytest.raises(PipelineError) as caught:
        read(tmp_path)
    assert words in str(caught.value) and str(tmp_path / "pages.csv") in str(caught.value)
