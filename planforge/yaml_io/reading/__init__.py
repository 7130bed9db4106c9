"""From YAML nodes to a Document, through the normalised form that the contract is held to.

`normalise` makes the form (`normal`) by the table of names, with readers for `scalars`; `build` makes the document of
it, with its `values` and what is written out in `statements`. `suppressions` stand in the comments.
"""
