"""Linking: one row for one person, organisation or place, whatever pages call it."""

from pipeline.link.stage import link

__all__ = ["link"]
