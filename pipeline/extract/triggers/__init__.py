"""The words that tell of an event, and whether it happened."""
