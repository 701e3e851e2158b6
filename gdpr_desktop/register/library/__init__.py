"""Starting points for the activities of a municipality, each to be checked before it is used."""
