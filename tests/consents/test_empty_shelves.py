"""What an empty shelf leads to."""

import pytest
from pytestqt.qtbot import QtBot

from consents.filling import a_group
from gdpr_desktop.consents.page import FORMS, GIVEN, WITHDRAWALS, ConsentsTab
from gdpr_desktop.ui.empty_state import EmptyState
from gdpr_desktop.vault import Vault


@pytest.mark.parametrize(("shelf", "wanted"), [(GIVEN, FORMS), (WITHDRAWALS, GIVEN)])
def test_an_empty_shelf_leads_to_where_its_work_begins(
    qtbot: QtBot, officer: Vault, shelf: str, wanted: str
) -> None:
    tab = ConsentsTab(officer)
    qtbot.addWidget(tab)
    page = tab.show_shelf(shelf)
    tab.show()
    empty = next(one for one in page.findChildren(EmptyState) if one.isVisible())
    empty.button.click()
    qtbot.waitUntil(lambda: tab.key() == wanted)


def test_the_photographer_gets_no_list_while_nobody_can_stand_in_it(
    qtbot: QtBot, officer: Vault
) -> None:
    tab = ConsentsTab(officer)
    qtbot.addWidget(tab)
    page = tab.show_shelf(GIVEN)
    assert page.photo_button.isHidden()
    a_group(officer, 1)
    page.refresh()
    assert not page.photo_button.isHidden()
