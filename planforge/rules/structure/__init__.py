"""Structure: numbering, levels, headings, what is said twice."""
