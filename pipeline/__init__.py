"""Raw page text in, a Parquet dataset of dated events linked to people, organisations and places out."""

__version__ = "0.1.0"
