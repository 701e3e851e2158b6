"""What the checklist says must be changed can be reached in the form's own dialog."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from consents.checking.test_points import NEWSLETTER, RELEASE, form
from consents.filling import CONTENT
from gdpr_desktop.consents.checking.points import BASIS, check_form
from gdpr_desktop.consents.checking.words import field_words
from gdpr_desktop.consents.codes import Audience, Lasting
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms import starting
from gdpr_desktop.consents.forms.dialogs.content import ContentDialog
from gdpr_desktop.consents.forms.service.intake import register_form
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.vault import Vault

_ELSEWHERE = {BASIS, "purposes"}
_NO = Bilingual()


def bare(content: FormContent) -> FormContent:
    """The same with next to nothing written."""
    first = replace(content.purposes[0], transfer=True, special=True)
    texts = {"data": _NO, "use": _NO, "sources": _NO, "withdraw_how": _NO, "withdraw_after": _NO}
    return replace(
        content,
        purposes=(first, *content.purposes[1:]),
        contact="",
        responsible="",
        law="",
        refusing=_NO,
        irrevocable=_NO,
        explicit=_NO,
        lasting=Lasting.DATE,
        **texts,
    )


ONLINE = replace(NEWSLETTER, audience=Audience.CHILDREN, online=True)


@pytest.mark.parametrize("content", [CONTENT, ONLINE, RELEASE], ids=["picture", "basis", "release"])
def test_each_field_that_fails_stands_in_the_dialog(
    qtbot: QtBot, officer: Vault, content: FormContent
) -> None:
    wanted = {one.field for one in check_form(form(bare(content)))} - {*_ELSEWHERE, ""}
    case_id = CaseId(register_form(officer, bare(content)).id)
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ContentDialog(officer, case_id, window, field="contact")
    assert wanted <= set(dialog.rows)
    assert all(field_words(one) for one in wanted)
    assert {"contact", "withdraw_how", "responsible"} <= wanted


@pytest.mark.parametrize("start", [one.id for one in starting.starts(Language.NYNORSK)])
def test_a_starting_point_lacks_only_what_the_municipality_knows(start: str) -> None:
    content = starting.content_from(start, Language.NYNORSK)
    known = replace(content, unit="Testvik skule", contact="55 00 00 00", responsible="Rektor")
    assert [one for one in check_form(form(known)) if one.blocks] == []
