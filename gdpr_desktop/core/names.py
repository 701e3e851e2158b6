"""Names as people search for them, and as Norwegian sorts them."""

import unicodedata

_FOLD_SHORT = str.maketrans({"ø": "o", "å": "a", "æ": "a", "đ": "d", "ŧ": "t", "ŋ": "n", "ð": "d"})
_FOLD_LONG = str.maketrans(
    {"ø": "oe", "å": "aa", "æ": "ae", "đ": "d", "ŧ": "t", "ŋ": "n", "ð": "d"}
)
_SORT_LAST = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"}


def clean(text: str) -> str:
    """``text`` in NFC without control and bidi characters, runs of blanks as one, ends cut.

    Line breaks are kept, as a single newline character.
    """
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(" ".join(_printable(line).split()) for line in lines).strip()


def clean_text(text: str) -> str:
    """Like ``clean`` but keeps blanks as typed: for free text of several lines."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(_printable(line).rstrip() for line in text.split("\n")).strip("\n")


def _printable(text: str) -> str:
    """Drops control, format (bidi), surrogate and private-use characters; a tab is a blank."""
    return "".join(
        character
        for character in text.replace("\t", " ")
        if unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )


def _strip_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


def fold_short(text: str) -> str:
    """Lower case without accents, ø→o, å→a, æ→a: how a hurried person types."""
    return _strip_accents(text.casefold().translate(_FOLD_SHORT))


def fold_long(text: str) -> str:
    """Lower case without accents, ø→oe, å→aa, æ→ae: how a foreign keyboard types."""
    return _strip_accents(text.casefold().translate(_FOLD_LONG))


def search_words(text: str) -> str:
    """``text`` folded for the index: the short folding, then the words whose long one differs."""
    short, long = fold_short(text).split(), fold_long(text).split()
    others = [other for word, other in zip(short, long, strict=False) if word != other]
    return " ".join([*short, *others])


def sort_key(text: str) -> str:
    """A key that sorts in Norwegian order: æ ø å last, aa as å."""
    folded = unicodedata.normalize("NFC", text).casefold().replace("aa", "å")
    for letter, last in _SORT_LAST.items():
        folded = folded.replace(letter, last)
    return _strip_accents(folded)


def family_first(name: str) -> str:
    """``Kari Berg-Hansen`` as ``Berg-Hansen Kari``, the order lists sort persons in."""
    given, _, family = name.strip().rpartition(" ")
    return f"{family} {given}".strip()
