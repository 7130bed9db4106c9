"""Where a phrase names the act by which an office brings about a number of things: 建成…10所, 培育10家…."""

from __future__ import annotations

from planforge.text.late import late
from planforge.text.quantities.bounds import AT_LEAST, MORE
from planforge.text.quantities.lexicon import pattern, words

LOWERING = words("lowering")
KEPT = words("kept")
CHANGES = pattern("lowering", "raising")

MAKING = pattern("making")
_ANY = pattern("making", "doing")
#: 服务业, 建设者 and the like begin with a verb and are none.
_NO_NOUN = "(?![业者费率器])(?!(?<=监测)[站点])"
_LINKED = rf"(?:{_ANY}){_NO_NOUN}(?:(?:、|和|与|及|并|或)?(?:{_ANY}){_NO_NOUN})*"
_ADVERB = pattern("adverbs")
_AROUND = rf"(?:出|了|起|好|成|到|{AT_LEAST}|{MORE}|达到|约|近|超|首批|一批|不超过)?"

#: A verb right before a number; a strict one is of making.
ENDING = late(rf"({_LINKED}|确保|力争){_AROUND}\s?$")
ENDING_STRICT = late(rf"({MAKING}){_AROUND}\s?$")
#: The same with some of the things named: 完成A、B等6个.
ENDING_WITH_NAMES = late(rf"({MAKING}|完成|实施|改造)[^，。；\d]{{2,40}}等\s?$")
#: Adverbs and verbs at the head of a phrase; a verb anywhere in it; adverbs at its end.
LEADING = late(rf"(?:(?:{_ADVERB})\s?)*(?P<verb>{_LINKED})(?:出|了|好)?\s?")
WITHIN = late(_ANY)
#: What is reached of some things: 服务覆盖75%的社区.
COVERS = late(r"(?:覆盖|惠及)\s?$")
CLOSING_ADVERBS = late(rf"(?:(?:{_ADVERB})\s?)+$")
