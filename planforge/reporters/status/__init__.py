"""Reports on how the work of a plan stands: `report(follow_up, grouping, *, colour=False)`."""
