"""Acts and provisions that a text names.

Others import `acts`, `act_mentions`, `act_resolution`, `grammar`, `provisions` and `usual`.
"""
