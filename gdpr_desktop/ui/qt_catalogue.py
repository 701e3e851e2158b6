"""A Qt translator made from a plain list of words, in Qt's own format of compiled catalogues.

A ``QTranslator`` whose ``translate`` is Python's would do the same, but PySide takes a reference
to None away each time one is returned for a word that is not in the list, and before Python 3.12
the program falls over when they have all been used up.
"""

import struct
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTranslator

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES = 0x42, 0x69  # parts of a catalogue
_END, _TRANSLATION, _SOURCE = 1, 3, 6  # parts of a message; one without context fits every context


class WordsTranslator(QTranslator):
    """Knows ``words``, whatever the context; all others are asked of the next translator."""

    def __init__(self, words: Mapping[str, str], parent: QObject) -> None:
        super().__init__(parent)
        self._data = compiled(words)  # Qt reads it where it lies
        self.load(self._data)


def compiled(words: Mapping[str, str]) -> bytes:
    """The content of a ``.qm`` file."""
    messages, places = b"", []
    for source, translation in words.items():
        key, text = source.encode(), translation.encode("utf-16-be")
        places.append(struct.pack(">II", _hash(key), len(messages)))
        messages += struct.pack(">BI", _TRANSLATION, len(text)) + text
        messages += struct.pack(">BI", _SOURCE, len(key)) + key + bytes([_END])
    return _MAGIC + _part(_HASHES, b"".join(sorted(places))) + _part(_MESSAGES, messages)


def _part(kind: int, content: bytes) -> bytes:
    return struct.pack(">BI", kind, len(content)) + content


def _hash(key: bytes) -> int:
    """The hash of ELF, as Qt looks words up by."""
    value = 0
    for byte in key:
        value = (value << 4) + byte
        high = value & 0xF0000000
        value = (value ^ (high >> 24)) & ~high
    return value or 1
