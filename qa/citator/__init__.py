"""Good-law status, cards, chains and paths."""
