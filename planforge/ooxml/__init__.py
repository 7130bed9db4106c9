"""Word files and workbooks as such: what readers and writers share, and nothing of what a plan is."""
