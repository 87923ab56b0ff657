// Which cases turned on article 21, and how do they cite each other?
MATCH (n:Provision {id: 'constitution-of-india/article-21'})<-[e:CITES_PROVISION]-(c:Case)
RETURN n, e, c ORDER BY e.count DESC LIMIT 30
