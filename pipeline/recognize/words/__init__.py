"""An item as words: capitals, gaps, quotes, openings."""
