"""Training what finds the provision that a question means."""
