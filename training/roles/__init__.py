"""The small model of the part that a passage plays in a judgment: learnt from labelled passages, measured, written."""
