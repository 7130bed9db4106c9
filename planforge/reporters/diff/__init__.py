"""Reports on a comparison of two documents: `report(comparison, *, colour=False)`."""
