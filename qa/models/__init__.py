"""Language models behind one interface. Others import `interface`, `loading` and `prompt`."""
