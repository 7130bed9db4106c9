"""docs/规则.md: the index of all rules, written from the rules. Run without arguments to update it."""

from __future__ import annotations

import sys
from pathlib import Path

from planforge import manual

PAGE = Path(__file__).resolve().parents[2] / "docs" / "规则.md"
HEAD = """\
# 规则一览

<!-- 由 tests/tools/rule_index.py 生成，不要手改 -->

`planforge explain 编号` 显示一条规则的说明、改法、选项和例子。怎样选用、忽略，见[使用指南](指南.md#规则与忽略)。

“性质”是规则的来历：条例，《党政机关公文处理工作条例》；国标，国家标准；标准，其他标准；实务，机关的通行做法。

"""


def page() -> str:
    """What the page should say."""
    return HEAD + manual.index()


def main() -> int:
    """Write the page; with --check only tell, by the exit code, whether it is current."""
    if "--check" in sys.argv[1:]:
        return int(not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != page())
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
