"""Step 1: takes texts apart, so that they can be compared.

A `passage` is its `characters`, what they are `parts` of by the `lexicon`, its `grams`, and its `meaning` in numbers; a
`corpus` is the passages of two documents. `phrases` and `runs` tell what of one text stands in another; `matters` are
what phrases speak of, whatever they say of when, how much and how firmly.
"""
