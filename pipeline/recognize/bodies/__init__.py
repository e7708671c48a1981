"""Rules for organisations."""
