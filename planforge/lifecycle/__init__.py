"""What is done with plans in the course of a year, a module or a package for each kind of work."""
