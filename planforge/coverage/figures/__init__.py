"""Step 5: whether the plan's targets and deadlines keep to those of its superior documents.

`targets` compares the `amounts` of the same `indicators`; `deadlines` go along links and answers.
"""
