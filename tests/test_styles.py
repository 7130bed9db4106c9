"""Style profiles: what a clerk may write in them, and what they are told when they err."""

from __future__ import annotations

from pathlib import Path

import pytest
from cerberus import Validator
from hypothesis import given
from hypothesis import strategies as st

from planforge.model import InputError
from planforge.styles import available, load
from planforge.styles.lengths import half_points, twips
from planforge.styles.schema import schema


def profile(folder: Path, text: str, name: str = "本局.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_default_is_the_standard() -> None:
    style = load()
    assert (style.name, available()[0]) == ("gbt9704", "gbt9704")
    assert style.page.measure == pytest.approx(twips("156mm"), abs=2)
    assert style.page.depth // style.line == 22
    assert style.page.measure // style.body.width == 28


def test_the_rules_of_a_style_are_ones_that_cerberus_takes() -> None:
    assert Validator(schema()).schema


@pytest.mark.parametrize("name", available())
def test_every_shipped_profile_loads_and_says_what_it_is(name: str) -> None:
    assert load(name).summary


def test_a_profile_lists_only_what_differs(tmp_path: Path) -> None:
    path = profile(tmp_path, "沿用: bold2\n字体:\n  正文: {字号: 小三, 西文: Times New Roman}\n行距: 28磅\n")
    style = load(path)
    assert (style.body.size, style.body.latin, style.body.font) == (30, "Times New Roman", "仿宋_GB2312")
    assert style.line == 560 and style.levels[1].bold and style.levels[1].font == "楷体_GB2312"


@pytest.mark.parametrize(
    ("written", "size"),
    [
        ("3号", 32),
        ("三号", 32),
        ("小四", 24),
        ("16磅", 32),
        ("10.5pt", 21),
        ("2号", 44),
        ("初号", 84),
        ("小初", 72),
        ("小五", 18),
    ],
)
def test_font_sizes_are_read_as_people_write_them(written: str, size: int) -> None:
    assert half_points(written) == size


@pytest.mark.parametrize(("written", "length"), [("37mm", 2098), ("3.7cm", 2098), ("29磅", 580), ("-0.25磅", -5)])
def test_lengths_are_read_as_people_write_them(written: str, length: int) -> None:
    assert twips(written) == length


@given(st.text(max_size=12))
def test_anything_else_is_refused_with_a_reason(written: str) -> None:
    for read in (twips, half_points):
        try:
            read(written)
        except ValueError as error:
            assert "请写成" in str(error) or "超出" in str(error)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("行据: 29磅", "第 1 行：行据：没有这个键，您是不是要写“行距”"),
        ("字体: {正文文字: {字号: 3号}}", "字体 → 正文文字：没有这个键，您是不是要写“正文”"),
        ("页面: {行距: 29磅}", "页面 → 行距：“行距”应写在最外层，不缩进"),
        ("字体: {正文: {字型: 仿宋}}", "字体 → 正文 → 字型：没有这个键，您是不是要写“字"),
        ("天头: 37mm", "第 1 行：天头：“天头”应写在“页面”里"),
        ("颜色: 红", "第 1 行：颜色：“颜色”应写在“字体”里的某一种之下，如 机关标志: {颜色: …}"),
        ("正文: {字号: 3号}", "第 1 行：正文：“正文”应写在“字体”里"),
        ("字体:\n  正文: {字号: 33号}", "第 2 行：字体 → 正文 → 字号：“33号”不是字号，请写成 3号、小四 或 16磅"),
        ("字体:\n  标题: 黑体", "第 2 行：字体 → 标题：应写成“键: 值”"),
        ("页面: {天头: 37}", "“37”不是长度，请写成 37mm"),
        ("版式: 命令", "只能写 文件、信函"),
        ("段内标题: 二级", "应写成清单"),
        ("目录: 一级", "第 1 行：目录：应写成清单"),
        ("目录: [一级, 五级]", "第 1 行：目录：只能写 一级、二级、三级、四级"),
        ("版记位置: 奇数页", "只能写 末页、偶数页"),
        ("行距: 5磅", "第 1 行：行距：不能小于10磅"),
        ("行距: 600磅", "行距：不能大于100磅"),
        ("机关标志距版心: 900mm", "不能大于400磅（141mm）"),
        ("文件二字: 有", "应写 是 或 否"),
        ("字体: {机关标志: {颜色: 大红}}", "请写六位十六进制数"),
        ("页面: {订口: 150mm}", "版心不足 50mm"),
        ("沿用: letter\n版记位置: 偶数页", "不能排到偶数页。请写“版记位置: 末页”"),
        ("沿用: duplex\n版式: 信函", "信函的版记只有抄送"),
        ("行距：29磅", "第 1 行：“行距”后面用了全角冒号，YAML 读不出这一项。写成“行距: ……”"),
        ("a: [", "“[”没有对应的“]”"),
        ("沿用: gbt970", "您是不是要写“gbt9704”"),
        ("", "应是“键: 值”的清单"),
        ("[" * 5000, "嵌套超过 40 层"),
        ("- 行距", "应是“键: 值”的清单"),
        ("行距:", "第 1 行：行距：“”不是长度"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_a_remedy(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(InputError) as caught:
        load(profile(tmp_path, text))
    assert complaint in caught.value.message


def test_a_profile_may_be_in_the_encoding_of_windows(tmp_path: Path) -> None:
    path = tmp_path / "本局.yaml"
    path.write_bytes("行距: 28磅\n".encode("gb18030"))
    assert load(path).line == 560


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load(profile(tmp_path, "行距: 宽\n标题行距: 宽\n"))
    assert caught.value.message.count("不是长度") == 2


def test_profiles_that_follow_one_another_in_a_circle_are_found(tmp_path: Path) -> None:
    first = profile(tmp_path, f"沿用: {tmp_path}/b.yaml\n", "a.yaml")
    profile(tmp_path, f"沿用: {tmp_path}/a.yaml\n", "b.yaml")
    with pytest.raises(InputError, match="绕成了圈"):
        load(first)


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(InputError, match="您是不是要写“gbt9704”"):
        load("gbt97")


def test_what_is_wrong_is_told_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = "行距: 1磅\n目录: [五级, 六级]\n字体:\n  正文: {字号: 33号, 粗体: 有}\n文件二字: 有\n"
    with pytest.raises(InputError) as caught:
        load(profile(tmp_path, text))
    said = str(caught.value).splitlines()
    assert [int(line.partition("第")[2].partition("行")[0]) for line in said] == [1, 2, 4, 4, 5]
