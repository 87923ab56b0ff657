"""The part that each passage of a judgment plays in it. Others import `reading`; training, `signals` and `weights`."""
