"""A password for a work file, made to be said in the telephone: «bakotu limera sonedi fupago».

Twelve syllables of 75 make 74 bits, which the key derivation turns into centuries. Only letters
a–z count, so that blanks, hyphens and capitals may be typed as they come.
"""

import secrets

_CONSONANTS = "bdfghjklmnprstv"
_VOWELS = "aeiou"
_GROUPS, _SYLLABLES = 4, 3
SHORTEST = 8  # letters: less is not what we made


def new() -> str:
    """Four groups of three syllables."""
    return " ".join("".join(_syllable() for _one in range(_SYLLABLES)) for _group in range(_GROUPS))


def folded(text: str) -> str:
    """Only what counts of what was typed."""
    return "".join(sign for sign in text.casefold() if "a" <= sign <= "z")


def _syllable() -> str:
    return secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS)
