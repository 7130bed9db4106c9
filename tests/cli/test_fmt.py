"""planforge fmt: other keys, and nothing else of the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

PLAN = "标题: 2027年示例市知识产权工作要点\r\n年度: 2027   # 待定\r\n"
ENGLISH = PLAN.replace("标题", "title").replace("年度", "year")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_file_keeps_its_encoding_when_its_keys_change(
    planforge: Callable[..., CompletedProcess[bytes]], tmp_path: Path, encoding: str
) -> None:
    plan = tmp_path / "要点.yaml"
    plan.write_bytes(PLAN.encode(encoding))
    assert planforge("fmt", "--lang", "en", "要点.yaml", folder=tmp_path).returncode == 0
    assert plan.read_bytes() == ENGLISH.encode(encoding)
    assert planforge("fmt", "--lang", "zh", "要点.yaml", "-o", "另存.yaml", folder=tmp_path).returncode == 0
    assert (tmp_path / "另存.yaml").read_bytes() == PLAN.encode(encoding)


def test_what_goes_to_the_screen_is_in_the_screens_encoding(
    planforge: Callable[..., CompletedProcess[bytes]], tmp_path: Path
) -> None:
    (tmp_path / "要点.yaml").write_bytes(PLAN.encode("gb18030"))
    ended = planforge("fmt", "--lang", "en", "要点.yaml", "-o", "-", folder=tmp_path)
    assert ended.stdout.decode() == ENGLISH


def test_a_file_with_damaged_characters_is_not_written(
    planforge: Callable[..., CompletedProcess[bytes]], tmp_path: Path
) -> None:
    damaged = PLAN.encode() + b"# \xff\n"
    (tmp_path / "要点.yaml").write_bytes(damaged)
    ended = planforge("fmt", "--lang", "en", "要点.yaml", folder=tmp_path)
    assert (ended.returncode, "损坏的字符" in ended.stderr.decode()) == (2, True)
    assert (tmp_path / "要点.yaml").read_bytes() == damaged
