"""The language model's reading of an item, as `Parse` rows."""
