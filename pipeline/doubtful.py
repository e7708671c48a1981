"""From which confidence on an event needs no second look."""

DOUBTFUL_BELOW = 0.8
"""Events less sure than this are offered for review where no other limit is asked for."""
