"""An item as extraction reads it: its tree, the slots of a clause, the voice of a verb."""
