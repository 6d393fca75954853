"""Forms: which questions they ask, and what a browser needs to check the answers."""
