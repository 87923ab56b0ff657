"""Words and meaning: words of questions, embeddings, and the two rankings fused."""
