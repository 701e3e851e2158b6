"""Which countries belong to the European Economic Area: all others are third countries."""

EEA = frozenset(
    {
        *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"),
        *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
        *("IS", "LI", "NO"),
    }
)


def is_eea(code: str) -> bool:
    """Is the country with this ISO 3166 code inside the area? An unknown or empty one is not."""
    return code.strip().upper() in EEA
