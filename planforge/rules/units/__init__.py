"""Units: who answers for a task."""
