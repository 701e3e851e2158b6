"""Computer systems that hold data about people."""
