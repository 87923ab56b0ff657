"""What a judgment is about, told by its own sentences. Others import `telling`."""
