"""What stands under the head of a judgment: who speaks where, and who signed. Others import `reading` and `closing`."""
