// Which later cases overruled ADM Jabalpur, and which cases overruled others?
MATCH p = (:Case)-[:OVERRULES]->(:Case)
RETURN p LIMIT 50
