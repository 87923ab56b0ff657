// Which authorities do cases on article 14 rely on most?
MATCH (:Provision {id: 'constitution-of-india/article-14'})<-[:CITES_PROVISION]-(c:Case)-[:CITES]->(authority:Case)
RETURN authority.title AS case, authority.year AS year, authority.citations AS citations, count(DISTINCT c) AS relied_on_by
ORDER BY relied_on_by DESC, case LIMIT 20
