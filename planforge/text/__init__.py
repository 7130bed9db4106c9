"""How official Chinese is read: numbers, time limits, units, targets, citations, and where a text's measures begin and end."""
