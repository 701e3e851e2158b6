"""The list of deviations: what broke a routine or tested the security, and is no breach (004)."""
