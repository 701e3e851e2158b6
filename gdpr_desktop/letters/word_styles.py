"""The look of a letter in Word: styles, numbering and page, as the XML that Word reads.

Lengths are twentieths of a point unless said otherwise. Element order follows the schema.
"""

from gdpr_desktop.letters.blocks import Role

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TWIPS_PER_MM = 1440 / 25.4
MARGIN_TOP = round(28 * TWIPS_PER_MM)
MARGIN_SIDE = round(25 * TWIPS_PER_MM)
HEADER_TOP = round(8 * TWIPS_PER_MM)
PAGE_SIZE = (11906, 16838)  # A4
WINDOW_TOP = round(
    45 * TWIPS_PER_MM
)  # where the recipient's first line begins, from the paper's edge
WINDOW_HEIGHT = round(36 * TWIPS_PER_MM)
RECIPIENT_LINE = 272  # exactly, so that seven lines end above 80 mm
BULLETS, NUMBERS = 1, 2  # abstractNumId, before a letterhead's own are counted in

ROLE_STYLES = {
    Role.RECIPIENT: "LetterRecipient",
    Role.REFERENCE: "LetterReference",
    Role.SCREENING: "LetterScreening",
    Role.CLOSING: "LetterClosing",
    Role.SIGNATURE: "LetterSignature",
    Role.SMALL: "LetterSmall",
}
BY_HAND_STYLES = {  # of a form to fill in: it should have room on one page
    "Normal": "LetterFormText",
    "Heading1": "LetterFormTitle",
    "Heading2": "LetterFormHeading",
    "ListBullet": "LetterFormBullet",
    "LetterTableText": "LetterFormCell",
    "LetterTableHeading": "LetterFormCellHeading",
}


def _paragraph_style(
    style: str, name: str, *, paragraph: str = "", run: str = "", based_on: str = "Normal",
    following: str = "Normal",
) -> str:  # fmt: skip
    custom = ' w:customStyle="1"' if style.startswith("Letter") else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/><w:next w:val="{following}"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _heading(level: int, size: int, before: int) -> str:
    """``size`` in half points."""
    return _paragraph_style(
        f"Heading{level}",
        f"heading {level}",
        paragraph=(
            f'<w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="80"/>'
            f'<w:outlineLvl w:val="{level - 1}"/>'
        ),
        run=f'<w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
    )


_TIGHT = '<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'


def styles_xml(locale: str) -> str:
    """``styles.xml``; ``locale`` is ``nn-NO`` or ``nb-NO``."""
    return (
        f"{XML_HEAD}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'
        f'<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="{locale}" w:eastAsia="{locale}"'
        ' w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>'
        '<w:spacing w:after="140" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        f"</w:docDefaults>{_basic_styles()}{_letter_styles()}{_form_styles()}{_by_hand_styles()}"
        f"{_letterhead_styles()}{_table_style()}</w:styles>"
    )


def _basic_styles() -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        + _heading(1, 30, 240)
        + _heading(2, 25, 280)
        + _heading(3, 23, 220)
        + _heading(4, 22, 200)
        + _paragraph_style(
            "ListBullet",
            "List Bullet",
            paragraph='<w:spacing w:after="60"/>',
            following="ListBullet",
        )
        + _paragraph_style(
            "ListNumber",
            "List Number",
            paragraph='<w:spacing w:after="60"/>',
            following="ListNumber",
        )
        + _paragraph_style("Header", "header", paragraph='<w:spacing w:after="0"/>')
        + _paragraph_style(
            "Footer",
            "footer",
            paragraph='<w:spacing w:after="0"/><w:jc w:val="right"/>',
            run='<w:sz w:val="18"/><w:szCs w:val="18"/>',
        )
        + '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:color w:val="0B4F9E"/>'
        '<w:u w:val="single"/></w:rPr></w:style>'
    )


def _letter_styles() -> str:
    small = '<w:sz w:val="20"/><w:szCs w:val="20"/>'
    no_space = '<w:spacing w:after="0"/>'
    return (
        _paragraph_style(
            "LetterRecipient",
            "Letter Recipient",
            paragraph=_TIGHT.format(line=RECIPIENT_LINE) + '<w:ind w:left="0" w:right="3400"/>',
        )
        + _paragraph_style("LetterReference", "Letter Reference", paragraph=no_space, run=small)
        + _paragraph_style(
            "LetterScreening",
            "Letter Screening",
            paragraph='<w:spacing w:before="80" w:after="0"/>',
            run="<w:b/><w:bCs/>" + small,
        )
        + _paragraph_style(
            "LetterClosing",
            "Letter Closing",
            paragraph='<w:keepNext/><w:spacing w:before="360" w:after="120"/>',
        )
        + _paragraph_style(
            "LetterSignature", "Letter Signature", paragraph="<w:keepNext/>" + no_space
        )
        + _paragraph_style(
            "LetterSmall",
            "Letter Small",
            paragraph='<w:keepLines/><w:spacing w:before="120" w:after="0"/>',
            run=small,
        )
    )


def _form_styles() -> str:
    small = '<w:sz w:val="20"/><w:szCs w:val="20"/>'
    return (
        _paragraph_style(
            "LetterFormLine",
            "Letter Form Line",
            paragraph=(
                '<w:keepLines/><w:pBdr><w:top w:val="single" w:sz="6" w:space="2" w:color="auto"/>'
                '</w:pBdr><w:spacing w:before="720" w:after="0"/><w:ind w:right="3400"/>'
            ),
            run=small,
        )
        + _paragraph_style(
            "LetterCheckbox",
            "Letter Checkbox",
            paragraph='<w:spacing w:after="60"/><w:ind w:left="425" w:hanging="425"/>',
        )
        + _paragraph_style(
            "LetterTableText",
            "Letter Table Text",
            paragraph='<w:spacing w:before="40" w:after="40"/>',
        )
        + _paragraph_style(
            "LetterTableHeading",
            "Letter Table Heading",
            paragraph="<w:keepNext/>",
            run="<w:b/><w:bCs/>",
            based_on="LetterTableText",
        )
    )


def _by_hand_styles() -> str:
    small = '<w:sz w:val="21"/><w:szCs w:val="21"/>'
    space = '<w:spacing w:before="{}" w:after="{}" w:line="240" w:lineRule="auto"/>'
    heading = '<w:sz w:val="{0}"/><w:szCs w:val="{0}"/>'
    made = (  # style, name, before, after, letters, based on
        ("LetterFormText", "Letter Form Text", 0, 80, small, "Normal"),
        ("LetterFormTitle", "Letter Form Title", 0, 60, heading.format(28), "Heading1"),
        ("LetterFormHeading", "Letter Form Heading", 100, 40, heading.format(25), "Heading2"),
        ("LetterFormBullet", "Letter Form Bullet", 0, 0, small, "ListBullet"),
        ("LetterFormCell", "Letter Form Cell", 30, 30, small, "LetterTableText"),
        ("LetterFormCellHeading", "Letter Form Cell Heading", 30, 30, small, "LetterTableHeading"),
    )
    return "".join(
        _paragraph_style(
            style, name, paragraph=space.format(before, after), run=run, based_on=based,
            following="LetterFormText",
        )
        for style, name, before, after, run, based in made
    )  # fmt: skip


def _letterhead_styles() -> str:
    return _paragraph_style(
        "LetterheadName",
        "Letterhead Name",
        paragraph=_TIGHT.format(line=420),
        run='<w:b/><w:bCs/><w:sz w:val="32"/><w:szCs w:val="32"/>',
        based_on="Header",
    ) + _paragraph_style(
        "LetterheadContact",
        "Letterhead Contact",
        paragraph=_TIGHT.format(line=230),
        run='<w:sz w:val="18"/><w:szCs w:val="18"/>',
        based_on="Header",
    )


def _table_style() -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="LetterTable">'
        '<w:name w:val="Letter Table"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="E7ECF2"/></w:tcPr></w:tblStylePr></w:style>'
    )


def abstract_numbers(bullets: int, numbers: int) -> tuple[str, str]:
    """The two kinds of list as ``w:abstractNum`` with the given ids, three levels each."""
    return (
        _abstract(bullets, "bullet", ("•", "–", "▪")),
        _abstract(numbers, "decimal", ("%1.", "%2.", "%3.")),
    )


def _abstract(number: int, form: str, marks: tuple[str, ...]) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{425 * (level + 1)}" w:hanging="425"/></w:pPr></w:lvl>'
        for level, mark in enumerate(marks)
    )
    return (
        f'<w:abstractNum {NAMESPACES} w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def page_number_paragraph(page: str, page_of: str, style: str = "Footer") -> str:
    """«Side 1 av 2», counted by Word."""
    return (
        f'<w:p {NAMESPACES}><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{page} </w:t></w:r>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        f'<w:r><w:t xml:space="preserve"> {page_of} </w:t></w:r>'
        '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    )
