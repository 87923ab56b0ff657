// Which are the most cited cases, and what was overruled?
MATCH (c:Case)<-[:CITES]-(later:Case)
WITH c, count(later) AS times ORDER BY times DESC, c.id LIMIT 25
WITH collect(c) AS leading
OPTIONAL MATCH (a:Case)-[o:OVERRULES]->(b:Case)
WITH leading, collect(a) AS overruling, collect(b) AS overruled
UNWIND leading + overruling[..40] + overruled[..40] AS n
RETURN DISTINCT n
