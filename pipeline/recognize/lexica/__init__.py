"""What the rules know: names, nouns, words of other languages."""
