"""How wide text is, how many lines it takes, and where lines may end."""
