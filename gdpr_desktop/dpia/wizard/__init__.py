"""The wizard that a caseworker fills in, page by page."""
