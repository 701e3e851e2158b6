"""The register as a whole: users, backups, journal, settings, templates, search, cleaning up."""
