"""Why what was adopted can't be put into the plan: the same words for opinions on words and on whole tasks."""

CHANGED = "要点里这一处在汇总之后改过，没有采用；请重新汇总，或手工修改。"
GONE = "要点里已经没有这一项，没有采用；请手工修改。"
SAME_PLACE = "改的是同一处，没有采用；请只留一条。"
CLASH = "对同一项的改法不能并存，没有采用；请只留一条。"
