"""Letters of any case, and documents that belong to none: made, exported, noted."""
