"""Spelling of all that people read: the forms and both catalogues, by hunspell's dictionaries.

``forms/words.txt`` lists the words that are right and not in them, one a line, ``#`` for comments.
Exits 1 with the unknown words and where they stand, 3 where hunspell is not installed.
"""

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
DICTIONARIES = {"nn": "nn_NO", "nb": "nb_NO"}
CANNOT_RUN = 3

_NOT_WORDS = re.compile(
    r"""\{\{.*?\}\} | \{%.*?%\} | \{\#.*?\#\}   # Jinja
      | \{[^{}]*\}                              # placeholders
      | https?://\S+ | \S+@\S+                  # addresses
      | \S*(?:\.\w{2,4}|/)\S*(?<![.,:;)»])      # files, domains, paths
      | `[^`]*` | \\signature\b | \\pagebreak\b   # Markdown of letters
    """,
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"[^\W\d_]{2,}")

Text = tuple[str, str, str]  # language, where it stands, what it says


def texts() -> Iterator[Text]:
    """All texts that people read, in each language."""
    for language in DICTIONARIES:
        written = [*(ROOT / "forms").rglob(f"*.{language}.md")]
        written += (ROOT / "forms").rglob(f"*.{language}.txt")
        for path in sorted(written):
            yield language, _name(path), path.read_text(encoding="utf-8")
        path = ROOT / "resources" / "languages" / language / "LC_MESSAGES" / "personvernpulten.po"
        if path.exists():
            yield from _catalogue(language, path)
    for path in sorted((ROOT / "forms").rglob("*.toml")):
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
        language = path.suffixes[0].lstrip(".") if len(path.suffixes) > 1 else ""
        yield from _branches(tree, language, _name(path))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _catalogue(language: str, path: Path) -> Iterator[Text]:
    with path.open("rb") as file:
        for message in read_po(file, locale=language):
            forms = [message.string] if isinstance(message.string, str) else message.string or ()
            if message.id:
                for form in forms:  # the & of a keyboard shortcut may stand inside a word
                    yield language, _name(path), re.sub(r"&(?=\w)", "", form)


def _branches(tree: object, language: str, where: str) -> Iterator[Text]:
    """Strings under a key ``nn`` or ``nb``, or all of a file that is in one language."""
    if isinstance(tree, dict):
        for key, branch in tree.items():
            yield from _branches(branch, key if key in DICTIONARIES else language, where)
    elif isinstance(tree, list):
        for branch in tree:
            yield from _branches(branch, language, where)
    elif isinstance(tree, str) and language:
        yield language, where, tree


def words(text: str) -> Iterator[str]:
    """The words of ``text``, without abbreviations, addresses and what a program fills in."""
    found = _WORD.findall(_NOT_WORDS.sub(" ", text))
    return (word for word in found if not word.isupper())


def accepted() -> frozenset[str]:
    """Our own list, folded to small letters."""
    path = ROOT / "forms" / "words.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return frozenset(line.split("#")[0].strip().casefold() for line in lines)


def unknown(language: str, candidates: Iterable[str]) -> frozenset[str]:
    """Those of ``candidates`` that the dictionary does not have."""
    done = subprocess.run(
        ["hunspell", "-d", DICTIONARIES[language], "-i", "utf-8", "-l"],
        input="\n".join(sorted(set(candidates))) + "\n",
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return frozenset(done.stdout.split())


def has_dictionaries() -> bool:
    """Is hunspell here, with both dictionaries?"""
    if not shutil.which("hunspell"):
        return False
    listed = subprocess.run(
        ["hunspell", "-D"], input="", capture_output=True, encoding="utf-8", check=False
    )
    found = listed.stdout + listed.stderr
    return all(re.search(rf"\b{name}\b", found) for name in DICTIONARIES.values())


def main() -> int:
    """Print each unknown word with where it stands; the exit code."""
    if not has_dictionaries():
        print("hunspell with nn_NO and nb_NO is not installed (Debian: hunspell, hunspell-no)")
        return CANNOT_RUN
    places: dict[str, dict[str, set[str]]] = {language: {} for language in DICTIONARIES}
    known = accepted()
    for language, where, text in texts():
        for word in words(text):
            if word.casefold() not in known:
                places[language].setdefault(word, set()).add(where)
    faults = 0
    for language, found in places.items():
        for word in sorted(unknown(language, found), key=str.casefold):
            faults += 1
            first, *more = sorted(found[word])
            print(f"{language}: {word} ({first}{f' and {len(more)} more' if more else ''})")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
