"""The severity where it is read: on the page of the case and in its documentation."""

import io

from docx import Document

from breaches.filling import assessed
from gdpr_desktop.breaches.actions import Action, Chosen
from gdpr_desktop.breaches.dialogs.documentation import DocumentationDialog
from gdpr_desktop.breaches.page import BreachesTab


def test_the_severity_stands_on_the_page_and_in_the_documentation(officer, breach, qtbot):
    tab = BreachesTab(officer)
    qtbot.addWidget(tab)
    tab.show_case(breach)
    view = tab.page().case_view
    assert view.severity.isHidden()
    assessed(officer, breach)
    view.show_case(breach)
    assert "4,25 av 6" in view.severity.accessibleDescription()
    view.start(Chosen(action=Action.DOCUMENTATION))
    made = next(one for one in view.findChildren(DocumentationDialog))
    (shape,) = Document(io.BytesIO(made.letter().docx())).inline_shapes
    assert "4,25 av 6" in shape._inline.docPr.get("descr")
    assert 2 < shape.width / shape.height < 8
    made.reject()
