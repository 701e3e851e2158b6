"""What stands around the fields of a form, as blocks: the same on paper and on a page."""

from dataclasses import dataclass

from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.letters.blocks import Block, Blocks, Heading, List, ListItem, Paragraph, Run, Runs
from gdpr_desktop.requests.citizen_forms.model import FormKind
from gdpr_desktop.requests.citizen_forms.texts import FormWords, form_words


@dataclass(frozen=True, slots=True, kw_only=True)
class FormOrder:
    """Which form, and whose. ``statement_url`` is the address of the privacy statement, if any."""

    kind: FormKind
    language: Language
    municipality: Municipality
    statement_url: str = ""

    @property
    def words(self) -> FormWords:
        """The words of the form."""
        return form_words(self.kind, self.language)


def opening(order: FormOrder, how_to_fill_in: str) -> Blocks:
    """Title, what the right is, that a form is never required, how to fill it in."""
    words = order.words
    texts = words.texts
    return (
        Heading(level=1, runs=_runs(words.title)),
        _paragraph(words.intro),
        *_bullets(words.points),
        _paragraph(f"{texts['not_required']} {texts['enough']}"),
        Paragraph(runs=(Run(text=texts["no_number"], bold=True),)),
        _paragraph(how_to_fill_in),
    )


def closing(order: FormOrder) -> Blocks:
    """How to send it, identity, what happens next, privacy, whom to ask."""
    texts = order.words.texts
    return (
        *_chapter(texts["send"], _send(order)),
        *_chapter(texts["identity"], (_paragraph(texts["identity_text"]),)),
        *_chapter(texts["next"], _next(texts)),
        *_chapter(texts["privacy"], _privacy(order)),
        *_chapter(texts["contact"], _contact(order)),
    )


def _chapter(title: str, blocks: Blocks) -> Blocks:
    return (Heading(level=2, runs=_runs(title)), *blocks)


def _send(order: FormOrder) -> Blocks:
    texts, municipality = order.words.texts, order.municipality
    ways: list[Runs] = []
    if url := municipality.dialogue_url:
        ways.append((Run(text=f"{texts['send_dialogue']} "), _link(url)))
    if lines := municipality.address.lines():
        address = ", ".join((municipality.name, *lines))
        ways.append(_runs(texts["send_post"].format(address=address)))
    ways.append(_runs(texts["send_visit"]))
    if municipality.email:
        ways.append(_runs(texts["send_email"].format(email=municipality.email)))
    return (List(ordered=False, items=tuple(ListItem(runs=way) for way in ways)),)


def _next(texts: dict[str, str]) -> Blocks:
    names = ("next_confirmed", "next_answer", "next_longer", "next_refused", "next_free")
    return _bullets(tuple(texts[name] for name in names))


def _privacy(order: FormOrder) -> Blocks:
    texts, name = order.words.texts, order.municipality.name
    told = _paragraph(texts["privacy_text"].format(municipality=name))
    if not order.statement_url:
        return (told,)
    words = texts["privacy_link"].format(municipality=name)
    return (told, Paragraph(runs=(Run(text=f"{words}: "), _link(order.statement_url))))


def _contact(order: FormOrder) -> Blocks:
    texts, municipality = order.words.texts, order.municipality
    officer = municipality.officer
    blocks: list[Block] = []
    if officer.name:
        told = texts["contact_officer"]
        blocks.append(_paragraph(told.format(officer=officer.name, municipality=municipality.name)))
        blocks += _reach(officer.phone, officer.email)
    told = texts["contact_municipality"].format(municipality=municipality.name)
    ways = _reach(municipality.phone, municipality.email, municipality.web)
    return (*blocks, _paragraph(told), *ways) if ways else tuple(blocks)


def _reach(*ways: str) -> Blocks:
    text = " · ".join(way for way in ways if way.strip())
    return (_paragraph(text),) if text else ()


def _link(address: str) -> Run:
    """Shown as it is typed, so that it can be read on paper too."""
    shown = address.removeprefix("https://").removeprefix("http://").rstrip("/")
    return Run(text=shown, link=address)


def _runs(text: str) -> Runs:
    return (Run(text=" ".join(text.split())),)


def _paragraph(text: str) -> Paragraph:
    return Paragraph(runs=_runs(text))


def _bullets(texts: tuple[str, ...]) -> Blocks:
    items = tuple(ListItem(runs=_runs(text)) for text in texts)
    return (List(ordered=False, items=items),) if items else ()
