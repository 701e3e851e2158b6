"""The journal to read: who did what and who opened which case, filtered, checked, exported."""
