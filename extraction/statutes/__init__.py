"""An act read into provisions, with amendments and marginal notes.

Others import `statute`, `excerpts` and `formats`.
"""
