"""Provisions that a question means without naming them: `meant.provisions_meant` gives them with their chances."""
