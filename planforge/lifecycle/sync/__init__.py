"""`planforge sync`: what a colleague changed in the Word file of a plan goes back into its YAML."""

from planforge.lifecycle.sync.run import Synced, sync, write

__all__ = ["Synced", "sync", "write"]
