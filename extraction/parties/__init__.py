"""Party names: their extent, words, titles and likeness.

The one answer to whether two parties, names or years are the same.
"""
