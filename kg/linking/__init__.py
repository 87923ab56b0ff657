"""From what people type to the node that is meant. Others import `lookup`, `named_cases` and `spans`."""
