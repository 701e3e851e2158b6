"""What ends by itself: renewal, children who turn 15 or 18, the yearly follow-up."""
