"""Groups: a class or another list of people who are asked together."""
