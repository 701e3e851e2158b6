"""One dialog for each right: what is claimed, and what comes of it."""
