"""The date of an event."""
