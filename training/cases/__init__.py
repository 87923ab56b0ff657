"""What speaks for a case that a question describes: `python -m training.cases OUT_FILE GRAPH QUESTIONS_DIR`."""
