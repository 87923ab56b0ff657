"""What a court's own catalogue says of its judgments. Others import `files` and `entry`."""
