"""A workspace is made without harm, found from anywhere in it, and holds the superior documents of its plans."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planforge import settings, yaml_io
from planforge.files import keep_old
from planforge.lifecycle.office import office_of
from planforge.lifecycle.workspace import find_root, init, plans, resolve
from planforge.model import InputError
from planforge.yaml_io.roster import load_roster


@pytest.fixture
def root(tmp_path: Path) -> Path:
    assert all(new for _, new in init(tmp_path / "工作区"))
    return tmp_path / "工作区"


def test_a_new_workspace_has_everything_and_loads_without_a_fault(root: Path) -> None:
    (plan,) = plans(root)
    reading = yaml_io.load(plan.read_bytes(), str(plan))
    assert reading.diagnostics == ()
    assert settings.load(root / "planforge.yaml") == settings.Settings()
    names = set(load_roster((root / "plan_specs/units.yaml").read_bytes(), "units.yaml").names())
    assert {unit.value for task in reading.document.walk() for unit in task.units} <= names
    assert (root / "build/.gitkeep").is_file()


def test_the_modeline_of_every_document_leads_to_the_schema(root: Path) -> None:
    for path in [*plans(root), *(root / "plan_specs/directives").glob("*.yaml")]:
        modeline = path.read_text(encoding="utf-8").splitlines()[0]
        schema = path.parent / modeline.partition("$schema=")[2]
        assert "标题" in json.loads(schema.read_text(encoding="utf-8"))["properties"]


def test_links_of_the_starter_lead_to_items_of_its_directive(root: Path) -> None:
    (path,) = plans(root)
    plan = yaml_io.load(path.read_bytes(), str(path)).document
    found = resolve(plan.against[0].reference, path.parent, root)
    assert found is not None
    items = {task.id for task in yaml_io.load(found.read_bytes(), str(found)).document.leaves()}
    links = {link.item for task in plan.walk() for link in task.implements} | {each.item for each in plan.waivers}
    assert links <= items


def test_nothing_of_the_users_is_overwritten(root: Path) -> None:
    (root / "planforge.yaml").write_text("样式: gbk\n", encoding="utf-8")
    (root / "plan_specs/units.yaml").unlink()
    made = {path.name: new for path, new in init(root)}
    assert [name for name, new in made.items() if new] == ["units.yaml"]
    assert (root / "planforge.yaml").read_text(encoding="utf-8") == "样式: gbk\n"


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="同名的文件"):
        list(init(tmp_path / "文件"))


def test_the_root_is_found_from_below_and_not_from_outside(root: Path) -> None:
    assert find_root(root / "plan_specs" / "directives") == root
    assert find_root(root / "plan_specs" / "示例.yaml") == root
    assert find_root(root) == root
    assert find_root(root.parent) is None


def test_the_roster_hidden_files_and_old_copies_are_no_plans(root: Path) -> None:
    (root / "plan_specs/.草稿.yaml").write_text("标题: 草稿\n", encoding="utf-8")
    assert keep_old(root / "plan_specs/示例.yaml").name == "示例.旧.yaml"
    (root / "plan_specs/另一份.yml").write_text("标题: 另一份\n", encoding="utf-8")
    assert [path.name for path in plans(root)] == ["另一份.yml", "示例.yaml"]


def test_an_old_copy_of_a_superior_document_does_not_stand_for_it(root: Path) -> None:
    superior = root / "plan_specs/directives/示例省意见.yaml"
    keep_old(superior)
    superior.unlink()
    assert resolve("示例省政发〔2026〕8号", root / "plan_specs", root) is None


@pytest.mark.parametrize(
    "reference",
    [
        "directives/示例省意见.yaml",
        "directives\\示例省意见.yaml",
        "plan_specs/directives/示例省意见.yaml",
        "示例省意见.yaml",
        "示例省意见",
        "示例省政发〔2026〕8号",
        "示例省政发[2026] 8号",
        "《示例省关于加强知识产权保护的实施意见》",
    ],
)
def test_a_superior_document_is_found_by_path_number_or_title(root: Path, reference: str) -> None:
    assert resolve(reference, root / "plan_specs", root) == root / "plan_specs/directives/示例省意见.yaml"


@pytest.mark.parametrize("reference", ["没有这份文件", "长" * 5000, "directives", "\0"])
def test_what_is_not_there_is_none(root: Path, reference: str) -> None:
    assert resolve(reference, root / "plan_specs", root) is None
    assert resolve(reference, root / "plan_specs", None) is None


def test_a_roster_that_the_settings_name_must_be_there(root: Path) -> None:
    (root / "planforge.yaml").write_text("单位名录: 名录.yaml\n", encoding="utf-8")
    with pytest.raises(InputError, match="找不到单位名录“名录"):
        office_of(str(root))
    (root / "planforge.yaml").unlink()
    (root / "plan_specs/units.yaml").unlink()
    assert office_of(str(root)).roster is None
