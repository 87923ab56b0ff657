"""What a run needs in memory and time, and how the domain's words break up into tokens."""
