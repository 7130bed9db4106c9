"""`planforge comments`: opinions of other offices laid side by side, and what was adopted of them put into the plan.

In this order:

1. `collecting` takes the Word files that came back (`returned`: which they are, from whom, and which of their lines
   is which of the plan's) and what each of them says (`opinions`); reporters make a 意见汇总表 of it;
2. a clerk fills that in, and `table` reads it back;
3. `adopting` puts what was adopted into the plan: of words (`rewording`, `merging`) and of whole tasks.

`whole_tasks` has both ends of the opinions that add, remove, move, merge, split or rewrite whole sections and tasks.
`clashing` tells which opinions can't be followed together: a note in step 1, a conflict in step 3.
"""

from planforge.lifecycle.circulation.adopting import Adoption, adopt, diff, write
from planforge.lifecycle.circulation.collecting import collect, report
from planforge.reporters.opinions._columns import file_words, summary

__all__ = ["Adoption", "adopt", "collect", "diff", "file_words", "report", "summary", "write"]
