"""Reports on a check: `report(diagnostics, sources, *, colour=False)`.

`sources` maps a file to its text (what stands on each line); a file without one is shown without its lines.
"""
