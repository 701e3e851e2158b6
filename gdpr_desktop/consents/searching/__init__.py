"""What the search for one person reads in consents, groups, withdrawals and picture answers."""
