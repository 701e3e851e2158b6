"""Every word that the program shows exists in both languages, whole and compiled."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checks import catalogues


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_every_text_is_translated_with_its_placeholders_and_compiled(language: str) -> None:
    assert list(catalogues.faults(language)) == []


def test_the_program_has_words_to_translate() -> None:
    assert "Write the note first." in catalogues.extract()


SOURCE = """
from gdpr_desktop.core.text import N_, _, ngettext, pgettext

_("Saved {name}").format(name="x")
_("&Save")
N_("Requests")
ngettext("{count} day", "{count} days", 2)
pgettext("of a case", "Open")
"""
TRANSLATED = f"""{catalogues.HEADER.format(language="nn", comment="# A small one.")}
msgid "Saved {{name}}"
msgstr "Lagra {{name}}"

msgid "&Save"
msgstr "&Lagre"

msgid "Requests"
msgstr "Førespurnader"

msgid "{{count}} day"
msgid_plural "{{count}} days"
msgstr[0] "{{count}} dag"
msgstr[1] "{{count}} dagar"

msgctxt "of a case"
msgid "Open"
msgstr "Open"
"""


@pytest.fixture
def translate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[str]]:
    """A small program with a catalogue; gives the faults that are found in the nynorsk one."""
    monkeypatch.setattr(catalogues, "ROOT", tmp_path)
    (tmp_path / "gdpr_desktop").mkdir()
    (tmp_path / "gdpr_desktop" / "app.py").write_text(SOURCE, encoding="utf-8")

    def faults(translated: str) -> list[str]:
        path = catalogues.po_path("nn")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(translated, encoding="utf-8")
        catalogues.update()
        path.write_text(translated, encoding="utf-8")
        return list(catalogues.faults("nn"))

    return faults


def test_a_whole_catalogue_has_no_faults(translate: Callable[[str], list[str]]) -> None:
    assert translate(TRANSLATED) == []


@pytest.mark.parametrize(
    ("was", "becomes", "fault"),
    [
        ('"Lagra {name}"', '"Lagra {namn}"', "other placeholders"),
        ('"Lagra {name}"', '"Lagra"', "other placeholders"),
        ('"{count} dagar"', '"{tal} dagar"', "other placeholders"),
        ('"&Lagre"', '"Lagre"', "the & of the keyboard"),
        ('"Førespurnader"', '""', "not translated: 'Requests'"),
        ('"{count} dagar"', '""', "not translated: ('{count} day'"),
        ('msgid "Requests"', '#, fuzzy\nmsgid "Requests"', "fuzzy: 'Requests'"),
        ('msgid "Requests"', 'msgid "Breaches"', "not in the catalogue: 'Requests'"),
        ('msgid "Requests"', 'msgid "Breaches"', "no longer said by the program: 'Breaches'"),
        ('msgctxt "of a case"\n', "", "not in the catalogue: 'Open'"),
    ],
)
def test_a_fault_in_the_catalogue_is_found(
    translate: Callable[[str], list[str]], was: str, becomes: str, fault: str
) -> None:
    assert any(found.startswith(fault) for found in translate(TRANSLATED.replace(was, becomes)))


def test_an_obsolete_text_is_found(translate: Callable[[str], list[str]]) -> None:
    obsolete = '\n#~ msgid "Gone"\n#~ msgstr "Borte"\n'
    assert translate(TRANSLATED + obsolete) == ["obsolete: 'Gone'"]


def test_a_translation_that_was_edited_after_compiling_is_found(
    translate: Callable[[str], list[str]],
) -> None:
    translate(TRANSLATED)
    path = catalogues.po_path("nn")
    path.write_text(TRANSLATED.replace("Lagra", "Lagret"), encoding="utf-8")
    assert list(catalogues.faults("nn")) == [
        "compiled from something else: run python3 dev.py text"
    ]


def test_collecting_twice_changes_nothing(translate: Callable[[str], list[str]]) -> None:
    translate(TRANSLATED)
    catalogues.update()
    paths = (catalogues.template_path(), catalogues.po_path("nn"), catalogues.mo_path("nn"))
    first = [path.read_bytes() for path in paths]
    catalogues.update()
    assert [path.read_bytes() for path in paths] == first
