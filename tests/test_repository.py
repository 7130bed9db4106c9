"""Promises of the repository itself that are cheap to keep checked."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml

from planforge import yaml_io
from planforge.api.checking import check

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {
    "cerberus", "charset_normalizer", "docx", "jinja2", "jsonschema", "lxml", "numpy", "openpyxl", "pdfplumber",
    "pypdfium2", "rapidfuzz", "rich", "selectolax", "xlsxwriter", "yaml",
}  # fmt: skip
HELP = "import sys; sys.argv = ['planforge', '--help']; from planforge.cli import main; main()"
PLAN_FILES = sorted(path for path in (ROOT / "plan_specs").rglob("*.yaml") if path.name != "units.yaml")


def tracked_files() -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listing.returncode:
        pytest.skip("不是 git 检出，无法列出仓库文件")
    return [ROOT / name for name in listing.stdout.decode().split("\0") if name]


def imported_by(code: str) -> set[str]:
    """All modules that are loaded where Python runs `code`."""
    told = f"import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); {code}"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_help_loads_no_heavy_library() -> None:
    libraries = {module.partition(".")[0] for module in imported_by(HELP)}
    assert "click" in libraries
    assert not libraries & HEAVY


def test_finding_the_rules_does_not_load_coverage_which_few_checks_need() -> None:
    imported = imported_by("from planforge.engine import load_rules; load_rules()")
    assert "planforge.rules.targets.below_superior" in imported
    assert not {"planforge.coverage", "rapidfuzz"} & imported


def test_no_file_names_a_path_of_one_machine() -> None:
    forbidden = re.compile("|".join([re.escape(f"{ROOT}/"), re.escape(f"{ROOT.parent}/shared"), r"/(?:home|Users)/\w"]))
    texts = {path: path.read_bytes().decode("utf-8", errors="ignore") for path in tracked_files() if path.is_file()}
    assert [path.name for path, text in texts.items() if forbidden.search(text) and path != Path(__file__)] == []


@pytest.mark.parametrize("path", PLAN_FILES, ids=lambda path: path.stem)
def test_shipped_plans_load_without_a_fault(path: Path) -> None:
    reading = yaml_io.load(path.read_bytes(), str(path))
    assert reading.diagnostics == ()
    assert list(reading.document.leaves())


def test_the_plan_that_the_guide_shows_first_has_nothing_wrong_but_that_its_superior_is_not_there(
    tmp_path: Path,
) -> None:
    example = (ROOT / "docs" / "指南.md").read_text(encoding="utf-8").partition("```yaml\n")[2].partition("```")[0]
    plan = tmp_path / "要点.yaml"
    plan.write_text(example, encoding="utf-8")
    assert [found.code for found in check(str(plan)).diagnostics] == ["COV007"]


def test_the_guide_lists_exactly_the_keys_that_yaml_may_have() -> None:
    command = [sys.executable, str(ROOT / "tests" / "tools" / "guide_keys.py"), "--check"]
    done = subprocess.run(command, check=False)
    assert done.returncode == 0, "docs/指南.md 的键表过时了：运行 python tests/tools/guide_keys.py"


def test_the_page_of_rules_lists_exactly_the_rules() -> None:
    command = [sys.executable, str(ROOT / "tests" / "tools" / "rule_index.py"), "--check"]
    done = subprocess.run(command, check=False)
    assert done.returncode == 0, "docs/规则.md 过时了：运行 python tests/tools/rule_index.py"


def test_the_hooks_for_pre_commit_run_commands_that_exist() -> None:
    from planforge.cli.main import root

    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["planforge-check", "planforge-fix"]
    for hook in hooks:
        program, command, *options = hook["entry"].split()
        assert (program, hook["language"], bool(hook["name"])) == ("planforge", "python", True)
        found = root.get_command(click.Context(root), command)
        assert found is not None and set(options) <= {name for each in found.params for name in each.opts}


def test_the_hooks_take_the_plans_and_nothing_else() -> None:
    (hook, _) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    names = [
        "plan_specs/要点.yaml",
        "plan_specs/要点.yml",
        "plan_specs/units.yaml",
        "plan_specs/要点.旧.yaml",
        "plan_specs/要点.旧12.yml",
        "plan_specs/directives/省.yaml",
        "a.yaml",
    ]
    taken = [name for name in names if re.search(hook["files"], name) and not re.search(hook["exclude"], name)]
    assert taken == names[:2]
