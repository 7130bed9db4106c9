"""Known findings are set aside, wherever they have moved to since."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.lifecycle.checking import Check, CheckOptions, check, known
from planforge.model import InputError

BEFORE = "2027年示例市工作要点\n\n一、强化保护\n\n（一）完善案件台帐。建立台帐。（牵头单位：市公安局）\n"
AFTER = BEFORE.replace("（一）完善", "（一）加强宣传。及时布署。（牵头单位：市教育局）\n\n（二）完善")


def checked(folder: Path, words: str) -> Check:
    (folder / "要点.txt").write_text(words, encoding="utf-8")
    return check(str(folder / "要点.txt"), CheckOptions(select=("WRD",)))


@pytest.fixture
def baseline(tmp_path: Path) -> str:
    """The file of what is known about BEFORE."""
    path = tmp_path / "旧问题.json"
    path.write_text(known.write([checked(tmp_path, BEFORE)]), encoding="utf-8")
    return str(path)


def test_nothing_is_new_in_an_unchanged_file(tmp_path: Path, baseline: str) -> None:
    new = known.without_known([checked(tmp_path, BEFORE)], baseline)
    assert (new.checks[0].diagnostics, new.known, new.checks[0].exit_code) == ((), 2, 0)


def test_an_item_put_in_before_shows_only_its_own_findings(tmp_path: Path, baseline: str) -> None:
    new = known.without_known([checked(tmp_path, AFTER)], baseline)
    assert [d.message for d in new.checks[0].diagnostics] == ["“布署”应为“部署”"]
    assert new.known == 2


def test_one_more_of_the_same_is_new(tmp_path: Path, baseline: str) -> None:
    new = known.without_known([checked(tmp_path, BEFORE.replace("建立台帐", "建立台帐，管好台帐"))], baseline)
    assert (len(new.checks[0].diagnostics), new.known) == (1, 2)


def test_the_file_is_the_same_each_time_and_has_a_line_for_each_finding(tmp_path: Path, baseline: str) -> None:
    again = known.write([checked(tmp_path, BEFORE)])
    assert Path(baseline).read_text(encoding="utf-8") == again
    assert sum("台帐" in line for line in again.splitlines()) == 2


def test_a_file_without_findings_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "空.json"
    path.write_text(known.write([]), encoding="utf-8")
    assert known.without_known([checked(tmp_path, BEFORE)], str(path)).known == 0


@pytest.mark.parametrize("words", ["", "[]", '{"findings": [1]}', '{"findings": null}', "{" * 5000])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, words: str) -> None:
    path = tmp_path / "别的.json"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(InputError, match="--write-baseline"):
        known.without_known([], str(path))
