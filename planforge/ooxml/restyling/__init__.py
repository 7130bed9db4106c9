"""A Word file of somebody else's set anew by a style profile: what it says stays, how it looks changes."""
