"""Step 3: what in the plan may answer each superior task and measure.

`match` compares the `candidates`, of which `rivals` have their share. `finder` looks into the declared tasks first,
and into the others where nothing there is alike enough or it is in `conflicts` with the measure.
"""
