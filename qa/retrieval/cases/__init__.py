"""Cases that a question describes: `known.known_cases` gives them with how probable each is."""
