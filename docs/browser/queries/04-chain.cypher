// How does Anuradha Bhasin lead back to Satwant Singh Sawhney? A shortest chain of citations
MATCH (later:Case) WHERE later.title STARTS WITH 'Anuradha Bhasin' AND later.has_text
MATCH (earlier:Case) WHERE earlier.title STARTS WITH 'Satwant Singh Sawhney'
MATCH p = shortestPath((later)-[:CITES*..6]->(earlier))
RETURN p LIMIT 1
