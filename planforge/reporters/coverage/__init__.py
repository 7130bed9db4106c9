"""Reports on coverage: `report(trace, *, colour=False)`."""
