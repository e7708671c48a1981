"""A line of a page as a row, and what its neighbours make of it."""
