"""What extraction finds against what people labelled. Only commands import it."""
