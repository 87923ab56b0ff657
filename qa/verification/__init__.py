"""Every sentence of a draft checked against the evidence. Others import `verify`."""
