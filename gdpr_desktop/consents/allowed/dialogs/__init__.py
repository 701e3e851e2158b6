"""«Har vi lov?», and lists."""
