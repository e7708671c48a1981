"""What a line of a page says: its characters folded, its words, whether they are prose."""
