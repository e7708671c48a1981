"""Events: what happened, when, where, by whom and to whom, and which sentences tell it."""

from pipeline.extract.join import join

__all__ = ["join"]
