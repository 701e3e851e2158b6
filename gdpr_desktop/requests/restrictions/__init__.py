"""A restriction that is in force: seen until it is lifted, and told of before it is. Art. 18(3)."""
