// Where is procedure established by law discussed? Passages by their words, with their case
CALL db.index.fulltext.queryNodes('chunk_text', 'procedure AND established AND law') YIELD node, score
MATCH (node)-[:FROM_DOCUMENT]->(source:Case)
RETURN source.title AS case, node.paragraphs AS paragraphs, node.text AS passage, score LIMIT 10
