"""What came back, held beside what was sent.

`files` lists it, `formats` tells what is no Word file, `offices` from whom it is; `review` reads a Word file, its
outline as `paper`. `printed` knows where the plan's words stand in what was sent, and `copies` which line is which,
paired by `matching`.
"""
