"""Tables of the embedded engine, made from the graph schema.

A node's `key` is its row number in every table; its `properties` are JSON without the embedding. Properties
by which nodes are found often are also kept in `property`, one row a value, so that conditions on them need no scan.
The `signs` of embeddings are kept apart from them, since each search by meaning reads all of a type.
"""

from kg.schema import NODE_TYPES

TOKENIZER = "porter unicode61 remove_diacritics 2"
"""Words in lower case, without accents, stemmed by Porter."""

APPLICATION_ID = 0x6C617767  # "lawg" in ASCII: tells a graph from other SQLite files
SCHEMA_VERSION = 3  # raised when nodes, edges or tables are laid out otherwise; an older graph is refused

WORDS_TABLES: dict[str, str] = {name: f"words_{name.lower()}" for name, t in NODE_TYPES.items() if t.searched}
"""The full-text table of each searched node type."""

TABLES = (
    "CREATE TABLE node (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL,"
    " properties TEXT NOT NULL)",
    "CREATE UNIQUE INDEX node_type ON node (type, id)",
    "CREATE TABLE edge (type TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, properties TEXT NOT NULL,"
    " PRIMARY KEY (type, source, target)) WITHOUT ROWID",
    "CREATE INDEX edge_target ON edge (type, target)",
    "CREATE TABLE property (name TEXT NOT NULL, value NOT NULL, node INTEGER NOT NULL,"
    " PRIMARY KEY (name, value, node)) WITHOUT ROWID",
    "CREATE TABLE embedding (node INTEGER PRIMARY KEY, vector BLOB NOT NULL)",
    "CREATE TABLE signs (type TEXT NOT NULL, node INTEGER NOT NULL, signs BLOB NOT NULL, PRIMARY KEY (type, node))"
    " WITHOUT ROWID",
    "CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
    "INSERT INTO counter VALUES ('writes', 0), ('embeddings', 0)",
    *(
        f"CREATE VIRTUAL TABLE {table} USING fts5 (body, content='', tokenize='{TOKENIZER}')"
        for table in WORDS_TABLES.values()
    ),
)
