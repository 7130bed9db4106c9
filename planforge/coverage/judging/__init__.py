"""Step 4: what became of each measure and task.

The `features` of an answer become chances in `judge`, lower ones (`limits`) where it asks for less (`softening`).
`choice` picks the answer that counts, `counting` sums up a task's measures, and what the plan's `headlines` repeat is
not simply missing.
"""
