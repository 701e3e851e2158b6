"""Windows of the prior consultation."""
