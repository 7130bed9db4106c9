"""Any plan, edited in any way as a Word file: the YAML comes to say what that says, and loses nothing of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planforge import yaml_io
from planforge.importers import read
from planforge.lifecycle.sync import sync
from planforge.model import Deadline, Document, Link, Section, Superior, Task, Text, Units
from planforge.renderers import renderer
from planforge.text.outline import complete

OBJECTS = (
    "政策法规",
    "司法审判",
    "优势企业",
    "公共平台",
    "宣传引导",
    "人才队伍",
    "质押融资",
    "专利导航",
    "商标品牌",
    "会展维权",
)
VERBS = ("健全", "强化", "培育", "推进", "做好", "拓展")
SENTENCES = (
    "制定年度计划，明确责任分工。",
    "开展专项行动，全年办理案件不少于20件。",
    "组织业务培训，提升能力；建立台帐，定期通报。",
    "一是完善“一站式”服务。二是推广PCT申请，覆盖率达到85%以上。",
    "9月底前完成评估（含第三方评估）。",
)
UNITS = ("市司法局", "市公安局", "市教育局", "市财政局", "市科技局")
LIMITS = ("6月底前", "10月底前", "长期坚持")

units = st.lists(st.sampled_from(UNITS), unique=True, max_size=4).flatmap(
    lambda names: st.sampled_from(
        [
            Units(lead=_texts(names[:1]), support=_texts(names[1:])),
            Units(responsible=_texts(names)),
        ]
    )
)


def _texts(names: list[str]) -> tuple[Text, ...]:
    return tuple(map(Text, names))


@st.composite
def headings(draw: st.DrawFn) -> str:
    return (
        draw(st.sampled_from(VERBS)) + draw(st.sampled_from(OBJECTS)) + draw(st.sampled_from(("工作", "体系", "机制")))
    )


@st.composite
def leaves(draw: st.DrawFn) -> Task:
    limit = draw(st.none() | st.sampled_from(LIMITS))
    return Task(
        heading=Text(draw(headings())),
        text=Text("\n".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=2, unique=True)))),
        units=draw(units),
        deadlines=(Deadline(Text(limit)),) if limit else (),
    )


groups = st.builds(
    lambda heading, tasks: Task(heading=Text(heading), tasks=tuple(tasks)),
    headings(),
    st.lists(leaves(), min_size=1, max_size=3),
)
sections = st.builds(
    lambda heading, tasks: Section(heading=Text(f"{heading}，提升整体水平"), tasks=tuple(tasks)),
    headings(),
    st.one_of(st.lists(leaves(), min_size=1, max_size=4), st.lists(groups, min_size=1, max_size=2)),
)


def document(body: list[Section]) -> Document:
    return Document(
        kind="work_plan",
        title=Text("2027年示例市知识产权工作要点"),
        issuers=(Text("示例市知识产权局"),),
        year=2027,
        recipients=Text("各县（区）人民政府"),
        preamble=Text("2027年的总体思路是：完善制度，强化保护。"),
        against=(Superior("省意见", "省意见.docx"),),
        sections=tuple(body),
    )


def unlike(body: list[Section]) -> bool:
    """No heading twice: of two tasks of one name nobody can say which is which."""
    names = [node.heading.value for section in body for node in section.walk()]
    return len(names) == len(set(names))


bodies = st.lists(sections, min_size=1, max_size=3).filter(unlike)


def with_own(nodes: tuple[Task, ...], turn: list[int]) -> tuple[Task, ...]:
    """What no Word file shows, for every node: a link, an id, results, a comment."""
    found = []
    for node in nodes:
        turn[0] += 1
        number = turn[0]
        own = {"id": f"甲-{number}", "own_id": True} if number % 3 == 0 else {}
        found.append(
            replace(
                node,
                implements=(Link("省意见", f"3.{number}", "abc123"),),
                progress=f"进展{number}",
                remarks=(f"注释{number}",),
                tasks=with_own(node.tasks, turn),
                **own,  # type: ignore[arg-type]
            )
        )
    return tuple(found)


@st.composite
def edits(draw: st.DrawFn, body: list[Section]) -> tuple[Section, ...]:
    """The body as a colleague leaves it: leaves reworded, dropped, added, moved; units and limits changed."""
    edited = [replace(section, tasks=tuple(_edited(draw, section.tasks))) for section in body]
    if len(edited) > 1 and draw(st.booleans()):
        edited.reverse()
    return tuple(edited)


def _edited(draw: st.DrawFn, tasks: tuple[Task, ...]) -> list[Task]:
    found = []
    for task in tasks:
        if task.tasks:
            found.append(replace(task, tasks=tuple(_edited(draw, task.tasks))))
            continue
        way = draw(st.sampled_from(("same", "same", "text", "units", "limit", "heading", "drop", "add")))
        if way != "drop" or len(tasks) == 1:
            found.append(_changed(draw, task, way))
        if way == "add":
            found.append(replace(draw(leaves()), heading=Text(draw(headings()) + "新")))
    return draw(st.permutations(found)) if draw(st.booleans()) else found


def _changed(draw: st.DrawFn, task: Task, way: str) -> Task:
    if way == "text":
        return replace(task, text=Text(task.text.value.replace("。", "，抓好落实。", 1)))
    if way == "heading":
        return replace(task, heading=Text(f"持续{task.heading.value}"))
    if way == "units":
        return replace(task, units=draw(units))
    if way == "limit":
        return replace(task, deadlines=(Deadline(Text("11月底前")),))
    return task


def structure(doc: Document) -> list[tuple[object, ...]]:
    return [
        (n.marker, n.heading.value, n.text.value.split(), n.units, [d.text.value for d in n.deadlines], len(n.tasks))
        for n in doc.walk()
    ]


def saved(folder: Path, name: str, content: bytes) -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), body=bodies)
def test_the_yaml_says_what_the_edited_file_says_and_keeps_its_own(
    tmp_path_factory: object, data: st.DataObject, body: list[Section]
) -> None:
    folder = tmp_path_factory.mktemp("sync")  # type: ignore[attr-defined]
    plan = complete(replace(document(body), sections=with_own(tuple(body), [0])))  # type: ignore[arg-type]
    source = yaml_io.dump(plan).encode()
    path = saved(folder, "要点.yaml", source)
    unedited = saved(folder, "原样.docx", renderer("docx").render(yaml_io.load(source, path).document))
    assert sync(path, unedited).after == source
    edited = complete(document(list(data.draw(edits(body)))))
    word = saved(folder, "改过.docx", renderer("docx").render(edited))
    synced = sync(path, word)
    now = yaml_io.load(synced.after, path).document
    assert not synced.left, synced.left
    printed = read(renderer("docx").render(now), "要点.docx").document
    assert structure(printed) == structure(read(Path(word).read_bytes(), "要点.docx").document)
    before = {node.heading.value: node for node in yaml_io.load(source, path).document.walk()}
    for node in now.walk():
        old = before.get(node.heading.value.removeprefix("持续"))
        if old is not None:
            assert (node.implements, node.progress, node.own_id) == (old.implements, old.progress, old.own_id)
            assert f"注释{old.progress.removeprefix('进展')}" in synced.after.decode()
