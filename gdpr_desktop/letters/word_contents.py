"""The list of contents of a document: a bookmark at each heading, and a line that points to it.

No TOC field: Word leaves one as it is until somebody updates it, and asks a question about it when
it is told to; LibreOffice takes the page numbers in one for text. A page reference outside of such
a field is counted by LibreOffice when the document is opened, and by Word when it is printed.
"""

from dataclasses import dataclass

from gdpr_desktop.letters.blocks import Blocks, Contents, Heading, listed

_FIRST_ID = 9000  # beyond the bookmarks of any letterhead
_WIDE, _INDENT = 9070, 425  # twentieths of a point


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading, and the name of its bookmark."""

    heading: Heading
    name: str


class Marks:
    """The bookmarks of a document: none where it has no contents."""

    def __init__(self, blocks: Blocks) -> None:
        deepest = max((one.deepest for one in blocks if isinstance(one, Contents)), default=0)
        self.entries = tuple(
            Entry(heading, f"contents{number}")
            for number, heading in enumerate(listed(blocks, deepest), 1)
        )
        self._left = list(enumerate(self.entries))

    def mark(self, heading: Heading) -> str:
        """The bookmark of the heading that is written now; nothing for one that is not listed."""
        if not self._left or self._left[0][1].heading is not heading:
            return ""
        number, entry = self._left.pop(0)
        return (
            f'<w:bookmarkStart w:id="{_FIRST_ID + number}" w:name="{entry.name}"/>'
            f'<w:bookmarkEnd w:id="{_FIRST_ID + number}"/>'
        )


def contents_line(entry: Entry, text: str) -> str:
    """A line of the contents; ``text`` are the runs of the heading as XML."""
    level = entry.heading.level - 2
    return (
        "<w:p><w:pPr>"
        f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{_WIDE}"/></w:tabs>'
        f'<w:spacing w:before="{40 if level else 120}" w:after="0"/>'
        f'<w:ind w:left="{_INDENT * level}"/></w:pPr>'
        f'<w:hyperlink w:anchor="{entry.name}" w:history="1">{text}</w:hyperlink>'
        "<w:r><w:tab/></w:r>"
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
        f'PAGEREF {entry.name} \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/>'
        '</w:r><w:r><w:t/></w:r><w:r><w:fldChar w:fldCharType="end"/>'
        "</w:r></w:p>"
    )
