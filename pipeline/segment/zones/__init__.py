"""Stretches of a page that are no news: comments, contents, letters, feet."""
