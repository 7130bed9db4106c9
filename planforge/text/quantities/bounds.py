"""The words that say from which side a number binds: before it 不少于, 不超过, 突破, behind it 以上, 以内, 左右.

Each is a set of alternatives for a regular expression, in no group.
"""

from __future__ import annotations

from planforge.model import Operator

NOT_LESS = "不[应得]?[低少小]于"
#: 不超 is short for 不超过, but not in 不超标天数, 不超载车辆.
NOT_MORE = "不[应得]?(?:[高大多]于|超过|超(?![标载限员速支时期编量额重]))"
AT_LEAST = f"{NOT_LESS}|至少为?|最低"
MORE = "突破|超过|超出|高于|大于|多于"
LESS = "低于|少于|小于|短于"
REACHED = "达到|达|迈上|站上|跃上"

#: What stands behind a number; 内, which must be the last, only where nothing else begins with it (内容).
BEHIND: dict[str, Operator] = {
    "以上": ">=",
    "以下": "<=",
    "以内": "<=",
    "之内": "<=",
    "及以上": ">=",
    "左右": "~",
    "上下": "~",
    "内": "<=",
}
#: What may stand behind a number that binds from below.
BEHIND_LEAST = "及?以上|左右"
