"""How the rules name what they find."""

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.register.entries.model import Finding, Severity


def error(code: str, article: str, field: str, about: str = "") -> Finding:
    """Unlawful, or what the law asks for is missing."""
    return _made(Severity.ERROR, code, article, field, about)


def warning(code: str, article: str, field: str, about: str = "") -> Finding:
    """Should be put right."""
    return _made(Severity.WARNING, code, article, field, about)


def hint(code: str, article: str, field: str, about: str = "") -> Finding:
    """Worth a look."""
    return _made(Severity.HINT, code, article, field, about)


def name_of(text: Bilingual) -> str:
    """What a finding is about, in one line."""
    return text.in_(Language.NYNORSK).partition("\n")[0]


def _made(severity: Severity, code: str, article: str, field: str, about: str) -> Finding:
    return Finding(code=code, severity=severity, article=article, about=about, field=field)
