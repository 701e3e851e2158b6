"""The forms of risks, measures and the scale."""
