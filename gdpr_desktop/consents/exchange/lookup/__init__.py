"""Looks up what belongs to a person: lists they stand in, and the request that asks for it."""
