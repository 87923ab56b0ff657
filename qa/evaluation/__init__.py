"""Answers, precedents and similarity against labels. Only commands import it."""
