// Which cases are cited most but not in the collection?
MATCH (c:Case {has_text: false})<-[e:CITES]-(by:Case)
RETURN c.title AS case, c.citations AS citations, count(by) AS cited_by ORDER BY cited_by DESC, case LIMIT 25
