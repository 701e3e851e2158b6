"""What falls due for erasure, and the yearly confirmation of it."""
