"""Letters and documents before they are exported."""
