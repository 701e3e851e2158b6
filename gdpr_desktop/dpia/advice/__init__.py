"""From the caseworker to the officer, to the risk owner, and into force."""
