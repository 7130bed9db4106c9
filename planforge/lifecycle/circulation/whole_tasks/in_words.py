"""What became of whole sections and tasks, in the words of a 意见汇总表."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planforge.lifecycle.sync.findings import called
from planforge.model import Document, Section, Task
from planforge.model.opinions import TaskProposal
from planforge.text.places import wheres


class TaskWords:
    """Puts proposals on a plan's sections and tasks into words, and tells where they belong."""

    def __init__(self, plan: Document) -> None:
        self._nodes: Mapping[str, Task] = {node.id: node for node in plan.walk()}
        self._homes = {id(child): node for node in plan.walk() for child in node.tasks}
        self._plan, self._places = plan, wheres(plan)

    def place(self, proposal: TaskProposal) -> tuple[str, str]:
        """第一部分第2项之后, and what stands there; of what is not added, where it stands itself."""
        if proposal.change == "added":
            node = self._nodes.get(proposal.behind or proposal.home)
            where = self._places[id(node)] if node else "正文"
            return where + ("之后" if proposal.behind else "开头"), node.heading.value if node else ""
        node = self._last(proposal)
        return self._places[id(node)], node.heading.value or node.text.value.partition("\n")[0]

    def content(self, proposal: TaskProposal) -> str:
        """增加一项：“……”, 删去第二部分第3项, 与上一项合并为：“……”."""
        new = _quoted(proposal.new)
        if proposal.change == "added":
            return f"增加{self._kind(proposal)}：{new}"
        if proposal.change == "removed":
            return f"删去{self.place(proposal)[0]}{self._below(proposal)}"
        if proposal.change == "merged":
            return f"与{self._partner(proposal)}合并为：{new}"
        if proposal.change == "split":
            return f"拆分为：{new}"
        if proposal.change == "rewritten":
            return f"全文改为：{new}"
        return f"移到{self._target(proposal)}" + (f"，并改为：{new}" if proposal.new else "")

    def _last(self, proposal: TaskProposal) -> Task:
        """The node that an opinion is about: of those that are merged, the one that goes."""
        return self._nodes[proposal.items[-1]]

    def _kind(self, proposal: TaskProposal) -> str:
        return "一项" if proposal.home else "一个部分"

    def _below(self, proposal: TaskProposal) -> str:
        count = sum(1 for _ in self._last(proposal).walk()) - 1
        return f"，连同下面的{count}项" if count else ""

    def _partner(self, proposal: TaskProposal) -> str:
        """上一项, where the one that takes it in stands right before; 下一项, or by its place."""
        heir, node = self._nodes[proposal.items[0]], self._last(proposal)
        home = self._homes.get(id(node))
        there: Sequence[Task] = home.tasks if home else self._plan.sections
        turns = {id(each): turn for turn, each in enumerate(there)}
        step = turns[id(node)] - turns[id(heir)] if id(heir) in turns else 0
        word = "部分" if isinstance(node, Section) else "项"
        if len(proposal.items) == 2 and step in (1, -1):
            return f"{'上' if step == 1 else '下'}一{word}"
        others = (self._nodes[item] for item in proposal.items[:-1])
        return "、".join(self._places[id(each)] for each in others)

    def _target(self, proposal: TaskProposal) -> str:
        if proposal.behind:
            node = self._nodes[proposal.behind]
            return f"{called(node, self._places[id(node)])}之后"
        home = self._nodes.get(proposal.home)
        return f"{called(home, self._places[id(home)])}开头" if home else "正文开头"


def _quoted(paragraphs: Sequence[str]) -> str:
    lines = "\n".join(paragraphs)
    return f"\n{lines}" if len(paragraphs) > 1 else f"“{lines}”"
