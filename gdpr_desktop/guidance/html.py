"""Topics and filled checklists as HTML: for the page, and for paper."""

from functools import cache
from html import escape
from typing import TYPE_CHECKING

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _
from gdpr_desktop.guidance.model import FilledChecklist, Topic
from gdpr_desktop.guidance.texts import checklist, topic
from gdpr_desktop.guidance.words import checklist_lines, filled_progress, reference_words

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

TOPIC = "topic:"  # links to other topics begin so


def topic_html(shown: Topic) -> str:
    """A topic with where it stands, and links to what goes with it."""
    parts = [f"<h2>{escape(shown.title)}</h2>", text_html(shown)]
    if shown.related:
        heading = _("See also:")
        links = " · ".join(_link(other) for other in shown.related)
        parts.append(f"<p><b>{escape(heading)}</b> {links}</p>")
    heading = _("Where it stands:")
    parts.append(f"<p><b>{escape(heading)}</b><br>{_references(shown)}</p>")
    return "".join(parts)


def text_html(shown: Topic) -> str:
    """The text alone."""
    return str(_reader().render(shown.text))


def filled_html(filled: FilledChecklist) -> str:
    """A filled checklist to be printed."""
    structure = checklist(filled.checklist)
    facts = (
        (_("About:"), filled.about_name),
        (_("Filled in:"), long_date(filled.filled_on)),
        (_("Answered by:"), filled.answered_by),
        (_("Points:"), filled_progress(filled)),
    )
    told = "<br>".join(f"<b>{escape(name)}</b> {escape(text)}" for name, text in facts if text)
    nothing = _("Not answered")
    rows = "".join(
        f"<tr><td>{line.number}.</td><td>{escape(line.text)}</td>"
        f"<td>{_lines(line.answer or nothing)}</td><td>{_lines(line.note)}</td></tr>"
        for line in checklist_lines(filled)
    )
    heads = (_("No."), _("Point"), _("Answer"), _("Comment"))
    head = "".join(f"<th align='left'>{escape(text)}</th>" for text in heads)
    return (
        f"<h1>{escape(structure.title)}</h1><p>{told}</p>"
        f"<table border='1' cellspacing='0' cellpadding='4' width='100%'>"
        f"<thead><tr>{head}</tr></thead>{rows}</table>"
    )


def _link(topic_id: str) -> str:
    return f'<a href="{TOPIC}{topic_id}">{escape(topic(topic_id).title)}</a>'


def _references(shown: Topic) -> str:
    return "<br>".join(escape(words) for words in reference_words(shown.references))


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


@cache
def _reader() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # not needed before a text is shown

    return MarkdownIt("commonmark", {"html": False})
