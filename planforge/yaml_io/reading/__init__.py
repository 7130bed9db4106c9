"""From YAML nodes to a Document, through the normalised form that the contract is held to.

`normalise` makes the form (`normal`) by the table of names, which tells of `keys` what they are and what reads their
values, such as `scalars`; `build` makes the document of it, with its `values` and what is written out in `statements`.
`suppressions` stand in the comments.
"""
