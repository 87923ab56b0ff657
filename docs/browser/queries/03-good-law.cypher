// Is Golak Nath still good law? Later cases that overruled, reversed, doubted or distinguished it, with their words
MATCH (later:Case)-[e:CITES]->(c:Case {id: 'i-c-golak-nath-v-state-of-punjab-1967'})
WHERE e.treatment IN ['overruled', 'reversed', 'doubted', 'distinguished']
RETURN later.title AS case, later.year AS year, e.treatment AS treatment, e.by AS whose, e.quote_paragraph AS paragraph, e.quote AS quote
ORDER BY year, case
