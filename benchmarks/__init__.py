"""How fast the pipeline is and what it takes, side by side with plainer ways; see docs/performance.md."""
