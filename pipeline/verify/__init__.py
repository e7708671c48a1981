"""Is a written dataset what the contract says? Every break of it is a finding."""

from pipeline.verify.finding import Finding
from pipeline.verify.verify import verify

__all__ = ["Finding", "verify"]
