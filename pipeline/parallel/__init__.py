"""Item-local work in this process, over forked ones or over a cluster."""

from pipeline.parallel.ordered import CHUNK, ordered_map

__all__ = ["CHUNK", "ordered_map"]
