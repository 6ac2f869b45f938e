"""The tour: the article's lesson as a list of stops, each a state with one live control."""
