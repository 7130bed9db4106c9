"""意见汇总表, what offices said about a plan that was sent round, for a clerk to decide on: `report(opinions)`."""
