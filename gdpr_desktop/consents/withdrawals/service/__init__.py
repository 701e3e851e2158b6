"""Deeds on withdrawals, one verb each."""
