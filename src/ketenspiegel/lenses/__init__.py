"""Ways of looking: every lens takes a tally and gives a View."""
