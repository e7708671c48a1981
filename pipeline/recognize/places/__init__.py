"""Rules for places."""
