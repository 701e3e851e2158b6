"""«Har vi lov?»: for whom, and for what; lists with no more data than needed."""
