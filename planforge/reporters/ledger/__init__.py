"""The 台账 of a plan, which units fill in: `report(ledger)`."""
