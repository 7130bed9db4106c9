"""Opinions on whole sections and tasks, from the file that came back to the plan's YAML.

1. `finding`: what an office added, removed, moved, merged, split or rewrote, each told by a `TaskProposal`;
2. `in_words`: how a 意见汇总表 says it;
3. `decisions`: what was adopted of it, new words read at their place in the plan (`context`);
4. `whereabouts`: where the sections and tasks that this is about stand in the plan of today;
5. `rebuilding`: the plan with the decisions; `carrying` tries them, and tells which can't be carried out, and why.
"""
