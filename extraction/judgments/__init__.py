"""What a judgment is: cause title, bench, date, number, opinions, pinpoints.

Others import `preamble`, `judges`, `tagged_names`, `pinpoints` and `decision_date`.
"""
