"""What a file is: a judgment, several, or none. Others import `evidence` and `several`."""
