"""The edge of each stage: which tables it reads, which it writes. One module a DVC stage.

Each has `run(paths, params) -> str`, which returns a line that says what came out.
"""
