"""Which namings are one case, decided with no database in sight.

Others import `naming`, `clustering`, `attachment`, `decisions` and `splits`.
"""
