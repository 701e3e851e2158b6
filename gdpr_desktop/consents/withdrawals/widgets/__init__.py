"""Pieces of the page of withdrawals."""
