"""Files and folders that appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import PipelineError
from pipeline.storage.files import swap_folder, write_text, written_aside


def test_a_swapped_folder_is_whole(tmp_path: Path) -> None:
    fresh, target = tmp_path / "fresh", tmp_path / "dataset"
    for folder, name in ((target, "old"), (fresh, "new")):
        folder.mkdir()
        (folder / name).write_text(name)
    swap_folder(fresh, target)
    assert [p.name for p in target.iterdir()] == ["new"]
    assert [p.name for p in tmp_path.iterdir()] == ["dataset"]


def test_an_error_half_way_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    write_text(path, "old")
    with pytest.raises(KeyboardInterrupt), written_aside(path) as aside:
        aside.write_text("half")
        raise KeyboardInterrupt
    assert (path.read_text(), [p.name for p in tmp_path.iterdir()]) == ("old", ["page.html"])


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(PipelineError, match=r"file/page\.html: cannot be written .*--output"):
        write_text(tmp_path / "file" / "page.html", "text")
