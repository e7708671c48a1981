"""Item-local work in this process, over forked ones or over a cluster; and what stays in a process."""

from pipeline.parallel.ordered import CHUNK, ordered_map
from pipeline.parallel.resident import Asked, Resident, placed

__all__ = ["CHUNK", "Asked", "Resident", "ordered_map", "placed"]
