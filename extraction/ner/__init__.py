"""Names in judgments: parties, judges, courts, lawyers, witnesses, organisations, places, dates, citations."""
