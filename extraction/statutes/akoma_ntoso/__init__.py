"""Acts in Akoma Ntoso, the XML of parliaments."""
