"""What is brought in, chosen among and packed, on the screen."""
