"""What came back, held beside what was sent.

`files` lists it, `formats` tells what is no Word file, `offices` from whom it is; `review` reads a Word file, its
outline as `paper`. `locating` finds where the plan's words stand in what was sent (`printed`), going from one to the
next (`cursor`) and through tables (`table_rows`); `copies` knows which line is which, paired by `matching`.
"""
