"""What comes of a breach: measures, who else was told, what proves it, what was learnt."""
