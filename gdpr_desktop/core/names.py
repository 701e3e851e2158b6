"""Names as people search for them, and as Norwegian sorts them."""

import unicodedata
from collections.abc import Mapping

# letters that Unicode does not take apart: Sámi, Icelandic, Polish, Turkish, French
_WHOLE = {"đ": "d", "ŧ": "t", "ŋ": "n", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "œ": "oe"}
_FOLD_SHORT = str.maketrans({"ø": "o", "å": "a", "æ": "a"} | _WHOLE)
_FOLD_LONG = str.maketrans({"ø": "oe", "å": "aa", "æ": "ae"} | _WHOLE)
_SORT_LAST = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"} | _WHOLE)
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def clean(text: str) -> str:
    """``text`` in NFC without control and bidi characters, runs of blanks as one, ends cut.

    Line breaks are kept, as a single newline character.
    """
    return "\n".join(" ".join(line.split()) for line in _lines(text)).strip()


def clean_line(text: str) -> str:
    """Like ``clean``, with line breaks as blanks: for what is one line by nature."""
    if text.isprintable():  # no line break and nothing to drop: the fast way for almost every cell
        return " ".join(unicodedata.normalize("NFC", text).split())
    return " ".join(clean(text).split())


def clean_text(text: str) -> str:
    """Like ``clean`` but keeps blanks as typed: for free text of several lines."""
    return "\n".join(line.rstrip() for line in _lines(text)).strip("\n")


def _lines(text: str) -> list[str]:
    """The lines, whatever they are broken by: Word and Qt have signs of their own for it."""
    return [_printable(line) for line in text.splitlines()]


def _printable(text: str) -> str:
    """Drops control, format (bidi), surrogate and private-use characters; a tab is a blank."""
    text = text.replace("\t", " ")
    if not text.isprintable():  # the fast way out for almost every text
        text = "".join(c for c in text if unicodedata.category(c) not in _DROPPED)
    # last, since a dropped sign may have stood between a letter and its accent
    return unicodedata.normalize("NFC", text)


def _strip_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


def fold_short(text: str) -> str:
    """Lower case without accents, ø→o, å→a, æ→a: how a hurried person types."""
    return _folded(text, _FOLD_SHORT)


def fold_long(text: str) -> str:
    """Lower case without accents, ø→oe, å→aa, æ→ae: how a foreign keyboard types."""
    return _folded(text, _FOLD_LONG)


def _folded(text: str, table: Mapping[int, str]) -> str:
    folded = unicodedata.normalize("NFC", text).casefold().translate(table)
    return _strip_accents(folded).translate(table)  # twice: ǿ is an ø under its accent


def search_words(text: str) -> str:
    """``text`` folded for the index: the short folding, then the words whose long one differs."""
    short, long = fold_short(text).split(), fold_long(text).split()
    others = [other for word, other in zip(short, long, strict=False) if word != other]
    return " ".join([*short, *others])


def sort_key(text: str) -> str:
    """A key that sorts in Norwegian order: æ ø å last, aa as å."""
    folded = unicodedata.normalize("NFC", text).casefold().replace("aa", "å")
    return _strip_accents(folded.translate(_SORT_LAST)).translate(_SORT_LAST)


def family_first(name: str) -> str:
    """``Kari Berg-Hansen`` as ``Berg-Hansen Kari``, the order lists sort persons in."""
    given, _, family = name.strip().rpartition(" ")
    return f"{family} {given}".strip()
