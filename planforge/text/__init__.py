"""How official Chinese is read: numbers, time limits, units, targets, citations, and the measures of a text."""
