"""From what was found to sentences, each with its sources."""
