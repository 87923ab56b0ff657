"""What is said to a query. Others import `answer`."""
