"""What is said at the foot of the window of a deed that hardly shows on the page."""

from gdpr_desktop.requests.actions import Action, Chosen
from gdpr_desktop.ui.dialog import FormDialog


def started(page, action: Action, case_id: int, part=None) -> FormDialog:
    page.refresh()
    page.show_case(case_id)
    page.case_view.start(Chosen(action=action, part=part))
    return next(one for one in page.findChildren(FormDialog) if one.isVisible())


def test_a_saved_letter_is_told_though_the_step_stays(office, page, desk, answers, tmp_path):
    dialog = started(page, Action.LETTER_RECEIPT, desk.register())
    answers(tmp_path / "brev.docx")
    dialog.save()
    assert (tmp_path / "brev.docx").exists()
    assert "Word" in office.notice_bar.accessibleName()


def test_a_closed_case_is_told_where_it_has_left_the_list(office, page, desk):
    started(page, Action.CLOSE, desk.filed()).save()
    assert "Avslutta" in office.notice_bar.accessibleName()
