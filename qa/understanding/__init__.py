"""From words to what is asked: linking, conditions, conversation.

Others import `understand`, `alternatives` and `followup`.
"""
