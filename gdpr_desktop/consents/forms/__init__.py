"""Forms for consents: designed, checked, approved, printed, followed up."""
