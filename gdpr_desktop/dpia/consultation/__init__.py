"""Prior consultation with the authority, art. 36."""
