"""How a judgment treats a case it cites, and who says so. Others import `treatment`."""
