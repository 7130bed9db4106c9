"""Names of paragraph styles by which files of this program tell what a paragraph is.

Readers go by the name: programs that save the file again give styles other ids.
"""

from __future__ import annotations

from typing import Final

MARK: Final = "发文机关标志"
#: Word's own names for them.
TITLE: Final = "Title"
SIGNATURE: Final = "Signature"
#: A signature that leaves no room for a seal (GB/T 9704-2012, 7.3.5.2); where it stands shows that to people alone.
UNSEALED: Final = "不盖章的落款"
#: What a table of a document's own says, and its head.
TABLE: Final = "表格文字"
TABLE_HEAD: Final = "表头文字"
#: Names in a table, which turn over where their column is too narrow; a line that the author ended is a paragraph.
TABLE_NAMES: Final = "表格名称"
IMPRINT: Final = "版记"
#: How the names begin of the styles of what items say further, and of what closes them (below nested tasks or not);
#: the item's depth follows a blank.
ITEM: Final = "条目正文"
CLOSING: Final = "条目结尾"
