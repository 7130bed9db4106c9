"""Step 2: what the plan itself says of its superior documents: `links`, held to the `fingerprint` of their texts."""
