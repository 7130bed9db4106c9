"""Citations: other documents and how they are named."""
