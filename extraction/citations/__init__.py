"""Citations and case names in running text, and which of them are one case within a document.

Others import `patterns`, `reporters`, `citations`, `case_names`, `cases`, `short_forms` and `resolution`.
"""
