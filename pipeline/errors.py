"""The errors that a user of the pipeline sees: one line that names the file and what to do."""

from __future__ import annotations


class PipelineError(Exception):
    """Something the user can mend. The message says what happened, in which file, and the remedy."""
