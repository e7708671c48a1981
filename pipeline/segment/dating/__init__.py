"""Dates as datelines, stamps and entries write them, in one line."""
