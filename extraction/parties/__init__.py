"""Party names: their extent, words, titles and likeness, short names and years.

The one answer to whether two parties, names or years are the same.
"""
