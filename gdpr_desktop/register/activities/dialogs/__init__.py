"""The form of an activity, and the small forms for what it has several of."""
