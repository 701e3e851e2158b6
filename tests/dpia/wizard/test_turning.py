"""«Next» shows what stands below the screen before it goes to the next section."""

from PySide6.QtCore import QPoint


def seen(page):
    """The questions that stand wholly on the screen."""
    shown = page._pages[page.current]
    area = shown.area.viewport()
    inside = []
    for block in shown.asked():
        top = block.mapTo(area, QPoint(0, 0)).y()
        if top >= 0 and top + block.height() <= area.height():
            inside.append(block.question.id)
    return inside


def test_every_question_of_a_section_has_been_on_the_screen_before_the_next_section(wizard):
    page = wizard("context")
    page.resize(900, 620)
    asked = [block.question.id for block in page._pages["context"].asked()]
    shown = set(seen(page))
    assert shown != set(asked), "the screen is to be too small for all"
    for _turn in range(len(asked) + 2):
        page.foot.next.click()
        if page.current != "context":
            break
        shown |= set(seen(page))
    assert page.current == "sources"
    assert shown == set(asked)


def test_back_from_a_section_shows_the_end_of_the_one_before(wizard):
    page = wizard("sources")
    page.resize(900, 620)
    page.foot.previous.click()
    assert page.current == "context"
    last = [block.question.id for block in page._pages["context"].asked()][-1]
    assert last in seen(page)
    assert not page.foot._more.isVisible()
    for _turn in range(20):
        if page.current != "context":
            break
        page.foot.previous.click()
    assert page.current == "purposes" or page.current == "interest"


def test_the_foot_says_when_there_is_more_below(wizard):
    page = wizard("context")
    page.resize(900, 620)
    assert page.foot._more.isVisible()
    bar = page._pages["context"].area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert not page.foot._more.isVisible()


def test_in_a_narrow_window_the_buttons_below_are_whole(wizard):
    page = wizard("context")
    page.resize(640, 560)
    for one in (page.foot.previous, page.foot.next, page.foot.first):
        assert one.width() >= one.sizeHint().width()
