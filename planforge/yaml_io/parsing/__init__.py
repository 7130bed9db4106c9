"""From the text of a file to YAML nodes, each of whose characters still knows its place.

`parse` mends `slips` in the lines of the `source` and has them composed (`compose`); where YAML stops, `recover` tells
why and goes on. `marks` finds the words of a node in the lines, `nodes` what it holds.
"""
