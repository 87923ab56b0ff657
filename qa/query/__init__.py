"""What is asked, as a record, and the words that say it. Below understanding, retrieval and answering, which share it.

Others import `question` and `cues`.
"""
