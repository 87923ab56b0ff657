"""Passages, provisions and cases that fit a meaning."""
