// Which provisions are argued together? Pairs of provisions that the same cases cite
MATCH (a:Provision)<-[:CITES_PROVISION]-(c:Case)-[:CITES_PROVISION]->(b:Provision)
WHERE a.id < b.id
RETURN a.id AS first, b.id AS second, count(DISTINCT c) AS cases
ORDER BY cases DESC, first, second LIMIT 25
