"""The verbs by which an office makes or brings about a number of things: 建成…10所, 培育10家…."""

from __future__ import annotations

import re

#: With these, a number may even be written in words and stand before its noun: 遴选两家企业.
_MAKING = "新增 新建 新开 新设 建成 新改扩建 改扩建 培育 培养 引进 引育 招引 遴选 筛选 评选 选树 选拔 创建 争创 创成 认定 举办 打造 设立 组建 储备 净增 孵化 申报 推出 开通"
_DOING = (
    "建设 建立 培训 扶持 支持 引入 成立 实施 开展 组织 完成 实现 改造 改建 扩建 提升 整治 治理 修复 绿化 造林 种植 推广 发布 出台 制定 制订 修订 编制 "
    "梳理 谋划 开工 启动 竣工 投产 投用 投放 落地 签约 布局 配备 配置 安装 更换 更新 购置 招聘 招录 录用 吸纳 帮扶 救助 服务 惠及 办理 查处 查办 化解 清理 淘汰 "
    "关闭 盘活 收储 供应 转化 集聚 入库 发展 壮大 做强 拓展 开发 形成 产出 获得 获评 获批 取得 输送 安置 转移 解决 筹集 筹措 争取 发行 攻克 研发 研制 "
    "搬迁 加固 检查 抽检 监测 巡查 走访 宣讲 放映 演出 命名 表彰 树立 挖掘 恢复 铺设 硬化 拆除 增设 扩充 推荐 认证 推动 推进 营运 运营 建好 新认定 新培育 "
    "消除 建造 栽植 补植 新造 轮训 选派 选聘 聘请 征集 推送 创作 拍摄 出版 派驻 覆盖 接待 输出 承办 承接 完善 办好 办成 促成 签订 达成 对接 新开工 续建 新签 落实"
)
#: Verbs that lower an amount by so much, and those that lower or raise it.
LOWERING = ("降低", "减少", "压减", "削减", "压缩", "缩减", "下降", "缩短", "递减")
CHANGES = "|".join((*LOWERING, "提高", "提升", "增长", "增加", "上升", "扩大", "递增", "增幅"))

_ADVERBS = "重点|大力|积极|加快|力争|确保|争取|努力|新|再|累计|至少|全市|全省|全县|全区|全国|共|计划|每年|全年|年内|分别|并|同时|择优|着力|有序|逐步|持续|继续|深入|稳步|首批|力促|预计|拟|要|各|统筹|适时|动态|联合|正式|高标准|高质量|高水平"


def _alternation(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


_ANY = _alternation(f"{_MAKING} {_DOING}")
_LINKED = rf"(?:{_ANY})(?:(?:、|和|与|及|并|或)?(?:{_ANY}))*"
_AROUND = r"(?:出|了|起|好|成|到|至少|不少于|不低于|超过|突破|达到|约|近|超|首批|一批|不超过)?"

#: Verbs right before a number; LEADING: adverbs and verbs at the head of a phrase; WITHIN: a verb anywhere in it.
ENDING = re.compile(rf"({_LINKED}){_AROUND}\s?$")
ENDING_STRICT = re.compile(rf"({_alternation(_MAKING)}){_AROUND}\s?$")
LEADING = re.compile(rf"(?:(?:{_ADVERBS})\s?)*(?P<verb>{_LINKED})(?:出|了|好)?\s?")
WITHIN = re.compile(_ANY)
ADVERBS = re.compile(rf"(?:(?:{_ADVERBS})\s?)+")

#: Verbs that belong to the indicator's name: an office may have 50 and yet have to add 10.
KEPT = ("新增", "净增", "申报", "增加", "完成", "新认定", "新培育")
