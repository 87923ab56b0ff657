"""Acts as running text, however they are printed."""
