"""Countries that stand in records of Norwegian municipalities; others keep their ISO 3166 code."""

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.register.exchange.words import folded

# code: nynorsk, bokmål
_NAMES = {
    "AU": ("Australia", "Australia"),
    "CA": ("Canada", "Canada"),
    "CH": ("Sveits", "Sveits"),
    "CN": ("Kina", "Kina"),
    "DE": ("Tyskland", "Tyskland"),
    "DK": ("Danmark", "Danmark"),
    "FI": ("Finland", "Finland"),
    "FO": ("Færøyane", "Færøyene"),
    "FR": ("Frankrike", "Frankrike"),
    "GB": ("Storbritannia", "Storbritannia"),
    "IE": ("Irland", "Irland"),
    "IL": ("Israel", "Israel"),
    "IN": ("India", "India"),
    "IS": ("Island", "Island"),
    "JP": ("Japan", "Japan"),
    "KR": ("Sør-Korea", "Sør-Korea"),
    "NL": ("Nederland", "Nederland"),
    "NO": ("Noreg", "Norge"),
    "NZ": ("New Zealand", "New Zealand"),
    "PH": ("Filippinane", "Filippinene"),
    "PL": ("Polen", "Polen"),
    "RS": ("Serbia", "Serbia"),
    "SE": ("Sverige", "Sverige"),
    "SG": ("Singapore", "Singapore"),
    "UA": ("Ukraina", "Ukraina"),
    "US": ("USA", "USA"),
    "VN": ("Vietnam", "Vietnam"),
}
_OTHERS = {"uk": "GB", "england": "GB", "amerika": "US", "norway": "NO", "united states": "US"}
_CODES = {folded(name): code for code, names in _NAMES.items() for name in names} | _OTHERS


def country_name(code: str, language: Language) -> str:
    """The name, or the code where we have no name for it."""
    names = _NAMES.get(code.upper())
    return names[0 if language is Language.NYNORSK else 1] if names else code


def country_code(text: str) -> str:
    """The code that ``text`` names or is; empty when it is neither."""
    word = text.strip()
    if len(word) == 2 and word.isascii() and word.isalpha() and word.isupper():
        return word
    return _CODES.get(folded(word), "")
