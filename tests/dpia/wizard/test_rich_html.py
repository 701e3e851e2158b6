"""Formatted text from what people paste, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdpr_desktop.dpia.rich import LONGEST_ANSWER, BlockKind, Rich, RichBlock, Span
from gdpr_desktop.dpia.rich_html import LONGEST_HTML, from_html, read_html, shortened, to_html

WORD_LIST = (
    "<html><head><style>p {mso-style-name: 'x'}</style><title>Notat</title></head><body>"
    "<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'>"
    "<![if !supportLists]><span lang=NO><span style='mso-list:Ignore'>{marker}"
    "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span><![endif]>"
    "<span lang=NO>Fall om <b>natta</b><o:p></o:p></span></p>"
    "<p class=MsoNormal>Etterp&aring;<o:p>&nbsp;</o:p></p></body></html>"
)
letters = st.text(st.sampled_from("abcæøå<>&\"' .-*1"), min_size=1, max_size=12)
looks = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=4)


@st.composite
def blocks(draw: st.DrawFn) -> RichBlock:
    """A block as the editor leaves it: neighbours differ, and no blanks stand at its ends."""
    spans: list[Span] = []
    for bold, italic in draw(looks):
        if spans and (spans[-1].bold, spans[-1].italic) == (bold, italic):
            continue
        spans.append(Span(text=draw(letters), bold=bold, italic=italic))
    text = "".join(one.text for one in spans)
    if text != text.strip() or not text:
        spans = [Span(text="x")]
    return RichBlock(spans=tuple(spans), kind=draw(st.sampled_from(BlockKind)))


@given(st.lists(blocks(), max_size=6))
def test_what_is_written_as_html_is_read_as_it_was(made: list[RichBlock]) -> None:
    text = Rich(blocks=tuple(made))
    assert from_html(to_html(text)) == text


@given(st.text(st.sampled_from("<>/&;!-=\"' \nabuliopstye:#"), max_size=80))
def test_any_text_can_be_read_and_is_settled_after_once(text: str) -> None:
    found = from_html(f"<p>{text}")
    assert from_html(to_html(found)) == found


@pytest.mark.parametrize(
    ("marker", "kind"),
    [
        ("&#183;", BlockKind.BULLET),
        ("1.", BlockKind.NUMBER),
        ("a)", BlockKind.NUMBER),
        ("o", BlockKind.BULLET),
    ],
)
def test_a_list_from_word_is_a_list(marker: str, kind: BlockKind) -> None:
    item, after = from_html(WORD_LIST.replace("{marker}", marker)).blocks
    assert item.kind is kind
    assert item.spans == (Span(text="Fall om "), Span(text="natta", bold=True))
    assert (after.kind, after.text) == (BlockKind.PARAGRAPH, "Etterpå")


def test_pictures_styles_and_scripts_are_dropped_and_the_words_stay() -> None:
    found = read_html(
        "<p style='color:red'>Før <img src='data:image/png;base64,AAAA'>etter</p>"
        "<script>alert(1)</script><table><tr><td>A</td><td>B</td></tr></table>"
        "<a href='http://example.org'>lenkja</a>"
    )
    assert found.text.plain == "Før etter\nA | B\nlenkja"
    assert found.pictures
    assert not found.cut


def test_a_line_break_inside_a_point_does_not_end_the_point() -> None:
    found = from_html("<ul><li>Ein<br>til</li><li><p>To</p></li></ul>tre<br>fire")
    assert [(one.kind.value, one.text) for one in found.blocks] == [
        ("b", "Ein til"),
        ("b", "To"),
        ("p", "tre"),
        ("p", "fire"),
    ]


def test_what_google_wraps_in_thin_bold_is_not_bold() -> None:
    text = '<b style="font-weight:normal;"><span style="font-weight:700">A</span><p>B</p></b>'
    (one, other) = from_html(text).blocks
    assert (one.spans[0].bold, other.spans[0].bold) == (True, False)


def test_text_without_elements_keeps_its_lines() -> None:
    assert from_html("Ein &amp; to\n\ntre").plain == "Ein & to\ntre"
    assert from_html("3 < 4 og <b>5</b>").plain == "3 < 4 og 5"


@pytest.mark.parametrize(
    "text",
    [
        "<p>" + "ord " * 2_000_000,
        "<b>" * 700_000 + "ord",
        "<!" * 1_000_000,
        '<a href="' * 250_000,
        "<p>ord</p>" * 200_000,
        "<style>" * 300_000,
        "&" * 2_000_000 + "<b>",
    ],
    ids=["long", "deep", "declarations", "quotes", "paragraphs", "styles", "ampersands"],
)
def test_what_is_huge_broken_or_deep_is_read_once_and_cut(text: str) -> None:
    assert len(text) > LONGEST_HTML / 2
    assert len(read_html(text).text.plain) <= LONGEST_ANSWER


def test_a_text_is_cut_in_the_middle_of_its_look() -> None:
    text = from_html("<p>En <b>lang</b> dag</p><p>til</p>")
    assert to_html(shortened(text, 5)) == "<p>En <strong>la</strong></p>"
    assert shortened(text) == text
