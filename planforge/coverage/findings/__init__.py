"""Step 6: what is shown of it all.

The `evidence` of a verdict, the plan's own tasks (`orphans`), and the way of each measure down the levels (`chain`).
"""
