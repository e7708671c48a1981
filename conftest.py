"""Doctests pass over a module whose optional library is not installed."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("followthemoney") else ["pipeline/export/entities.py"]
