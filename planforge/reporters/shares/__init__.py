"""任务分工表, who does what of a plan: `report(division)`."""
