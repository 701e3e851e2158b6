"""The windows of the templates."""
