"""The duty to inform: what people are told, art. 12–14."""
