"""Save one, and begin from one."""
