"""The layouts that pages come in, and how well each explains a page."""
