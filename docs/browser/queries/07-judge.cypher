// What did a judge write? Justice Bhagwati's judgments and the cases they cite with approval
MATCH (j:Judge)<-[:DECIDED_BY]-(c:Case)-[e:CITES]->(earlier:Case)
WHERE j.name CONTAINS 'Bhagwati' AND e.treatment IN ['followed', 'affirmed']
RETURN j, c, e, earlier LIMIT 40
