"""The published date of each item: order and year of a page's dates, and which speak for it."""
