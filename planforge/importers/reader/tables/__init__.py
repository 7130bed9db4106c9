"""Tables: what their columns hold, those saved without their cells, and the tasks and indicators that they list."""
