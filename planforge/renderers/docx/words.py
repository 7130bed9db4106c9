"""Where a title may turn over: between words (GB/T 9704-2012, 7.3.1: 回行时做到词意完整).

No dictionary of Chinese comes with PlanForge. Titles of official documents are made of few words, so a list of those,
place names by their last character, and numbers do; what is left unknown stays in one piece.
"""

from __future__ import annotations

import re

_WORDS = ["关于", "印发", "转发", "批转", "发布", "公布", "修订", "修改", "做好", "开展", "推进", "加快", "加强", "强化", "深化", "促进", "支持", "实施", "落实", "贯彻", "制定", "建立", "完善", "健全", "进一步", "全面", "切实", "深入", "大力", "统筹", "组织", "申报", "的通知", "的意见", "的函", "的报告", "的请示", "的批复", "的决定", "的公告", "的通告", "的决议", "的议案", "的命令", "的若干意见", "的实施意见", "的指导意见", "通知", "意见", "决定", "公告", "纪要", "方案", "办法", "细则", "规定", "规划", "纲要", "计划", "要点", "工作要点", "重点工作", "重点任务", "实施意见", "指导意见", "若干意见", "若干措施", "工作方案", "实施方案", "行动方案", "行动计划", "工作计划", "发展规划", "专项规划", "年度", "五年", "十四五", "十五五", "时期", "任务", "分工", "分解", "分解表", "清单", "台账", "试行", "暂行", "草案", "征求意见稿", "人民政府", "办公厅", "办公室", "委员会", "领导小组", "联席会议", "管理局", "监督管理局", "市场监督管理局", "知识产权局", "财政局", "教育局", "公安局", "司法局", "科技局", "商务局", "税务局", "统计局", "审计局", "发展和改革委员会", "发展改革委", "工业和信息化局", "人力资源和社会保障局", "人力资源社会保障局", "农业农村局", "文化广电和旅游局", "生态环境局", "自然资源局", "住房和城乡建设局", "卫生健康委员会", "应急管理局", "市场监管局", "医疗保障局", "版权局", "中级人民法院", "人民法院", "人民检察院", "党委", "政府", "厅", "局", "委", "知识产权", "专利", "商标", "版权", "地理标志", "商业秘密", "植物新品种", "保护", "运用", "创造", "管理", "服务", "转化", "强市", "强省", "强国", "强县", "示范", "示范市", "示范城市", "试点", "试点城市", "建设", "战略", "高质量", "发展", "高质量发展", "经济", "社会", "经济社会", "改革", "创新", "科技", "科技创新", "营商环境", "优化", "数字", "数字经济", "数字政府", "政务", "政务服务", "公共", "公共服务", "行政", "执法", "行政执法", "法治", "法治政府", "乡村", "振兴", "乡村振兴", "生态", "环境", "生态环境", "安全", "生产", "安全生产", "应急", "应急管理", "教育", "卫生", "健康", "文化", "旅游", "体育", "农业", "农村", "农民", "工业", "信息化", "商务", "贸易", "人才", "就业", "社会保障", "养老", "医疗", "医疗保障", "民生", "实事", "住房", "城乡", "城市", "更新", "城市更新", "交通", "运输", "交通运输", "水利", "能源", "市场", "监管", "市场监管", "质量", "标准", "标准化", "信用", "体系", "信用体系", "治理", "综合", "综合治理", "整治", "专项", "专项整治", "行动", "工作", "情况", "制度", "机制", "措施", "政策", "责任", "目标", "考核", "评价", "督查", "督办", "专项行动", "党建", "党风", "廉政", "纪检", "宣传", "统战", "信息", "公开", "政务公开", "数据", "资源", "数据资源", "共享", "审批", "审批制度", "放管服", "全市", "全省", "全县", "全区", "我市", "我省", "本市", "各级", "有关", "单位", "部门", "和", "与", "及", "以及", "等", "对", "在", "为", "暨"]

_BY_HEAD: dict[str, list[str]] = {}
for _word in sorted(set(_WORDS), key=len, reverse=True):
    _BY_HEAD.setdefault(_word[0], []).append(_word)

#: Numbers with what counts them, runs of Latin letters: never torn apart.
_ATOM = re.compile(
    r"[0-9０-９]+(?:[.．—-][0-9０-９]+)*(?:年度|年|月|日|号|个|项|件|％|%)?|[A-Za-z]+|[一二三四五六七八九十]+(?:年|届|次|个)"
)
_PLACE_ENDS = "省市县区州盟旗镇乡"
_OPENING = "《〈（(“‘「『【〔"
_CLOSING = "》〉）)”’」』】〕，、。；：！？…—·"


def split(text: str) -> list[str]:
    """`text` in pieces that a line must not tear; joined they give the text. Marks stay with the word they belong to."""
    pieces: list[str] = []
    place = 0
    while place < len(text):
        piece = _next(text, place)
        place += len(piece)
        if pieces and _clings(pieces[-1], piece):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def _next(text: str, place: int) -> str:
    known = _known(text, place)
    if known:
        return known
    end = place + 1
    while end < len(text) and text[end - 1] not in _PLACE_ENDS and not _known(text, end) and not _is_mark(text[end]):
        end += 1
    return text[place:end]


def _known(text: str, place: int) -> str:
    """A listed word or a number at `place`, the longest; empty where there is none."""
    atom = _ATOM.match(text, place)
    if atom:
        return atom[0]
    return next((word for word in _BY_HEAD.get(text[place], ()) if text.startswith(word, place)), "")


def _is_mark(character: str) -> bool:
    return character in _OPENING or character in _CLOSING or character in "的 \u3000"


def _clings(before: str, piece: str) -> bool:
    """Closing marks, 的 and single-character endings stay behind their word, opening marks before theirs."""
    return piece[0] in _CLOSING or before[-1] in _OPENING or piece in {"的", "局", "厅", "委", "等"}
