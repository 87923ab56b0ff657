// Which are the most cited cases, and who overruled whom?
MATCH (c:Case)<-[:CITES]-(later:Case)
WITH c, count(later) AS times ORDER BY times DESC, c.id LIMIT 12
WITH collect(c) AS leading
OPTIONAL MATCH (a:Case)-[:OVERRULES]->(b:Case)
WITH leading, a, b, COUNT { (b)<-[:CITES]-() } AS times ORDER BY times DESC, b.id, a.id LIMIT 14
WITH leading, collect(a) AS overruling, collect(b) AS overruled
UNWIND leading + overruling + overruled AS n
RETURN DISTINCT n
