"""Writes the table of YAML keys into the user guide from the one table of names.

guide_keys.py          rewrite the table in docs/指南.md
guide_keys.py --check  exit 1 when the guide's table is not that of the names
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from planforge.schemas.names import RECORDS, Name
from planforge.schemas.words import WORDS

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "指南.md"
BEGIN, END = "<!-- 键表：由 tests/tools/guide_keys.py 生成 -->", "<!-- 键表完 -->"


def _row(name: Name) -> str:
    first, *others = name.chinese
    meaning = name.description.rstrip("。")
    choices = "；取值：" + "、".join(words[0] for words in WORDS[name.of].values()) if name.type == "word" else ""
    also = "、".join(others) or "—"
    must = "（必填）" if name.required else ""
    return f"| `{first}` | `{name.english}` | {also} | {meaning}{choices}{must} | `{name.example}` |"


def _lines() -> Iterator[str]:
    for record in RECORDS:
        yield f"\n**{record.chinese}**（`{record.name}`）\n"
        if record.short:
            yield f"只写一句话时，等于只写了“{record.english(record.short).chinese[0]}”。\n"
        yield "| 键 | 英文键 | 也可以写 | 说明 | 例 |"
        yield "| --- | --- | --- | --- | --- |"
        yield from map(_row, record.names)


def main() -> int:
    guide = GUIDE.read_text(encoding="utf-8")
    before, _, rest = guide.partition(BEGIN)
    _, _, after = rest.partition(END)
    wanted = "\n".join([before + BEGIN, *_lines(), "", END + after])
    if "--check" in sys.argv:
        return int(wanted != guide)
    GUIDE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
