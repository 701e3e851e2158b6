"""Withdrawals: the consent ends at once, and a case sees to what must stop."""
