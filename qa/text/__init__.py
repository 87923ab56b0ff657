"""What questions, drafts and answers share as text: words, stems, sentences. Knows no graph."""
