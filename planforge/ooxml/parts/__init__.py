"""The parts of a Word file that is written from nothing, from a run of characters to the whole package."""
