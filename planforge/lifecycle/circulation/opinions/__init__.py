"""What a returned file says, as opinions at their places in the plan: `reading` gathers them.

On whole tasks they are `on_tasks`; on words they are made of the `changes` of a line, by sentence or list (`lines`,
`endings`) or by paragraph (`paragraphs`); `comments` are about what `remarks` finds. `telling` makes the opinions,
`wording` their words, and `standing` notes which of them want the same, or something else there.
"""
