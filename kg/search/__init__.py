"""Words and meaning: embeddings, scores and their fusion. Others import `hybrid`, `embedding` and `terms`."""
