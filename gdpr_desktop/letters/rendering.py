"""Template and facts to a letter."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.blocks import Blocks, Heading, PageBreak, Run, Runs, text_of
from gdpr_desktop.letters.facts import read_facts
from gdpr_desktop.letters.frame import Frame, closing, opening
from gdpr_desktop.letters.frame_words import FRAME_WORDS
from gdpr_desktop.letters.letter import Letter, Wording
from gdpr_desktop.letters.template import (
    OwnTemplateError,
    Template,
    TemplateError,
    TemplateSource,
    all_fields,
)
from gdpr_desktop.letters.template import template as load_template
from gdpr_desktop.letters.values import Values


def render(
    template: str | Template,
    language: Language | str,
    facts: Mapping[str, object],
    *,
    source: TemplateSource | None = None,
) -> Letter:
    """The letter that ``template`` makes of ``facts``.

    ``facts`` has a value per field, by kind: ``str``, ``date``, ``bool``, a sequence. Two keys
    are reserved: ``frame`` (a ``Frame``; without it only the text is made) and ``attachments``
    (the ids to enclose, of those the template has; by default all). ``source`` gives a
    municipality's own wording. Raises ``MissingFieldsError`` naming the fields that are empty,
    ``TemplateError`` for a template that says what it may not.
    """
    if isinstance(template, str):
        template = load_template(template)
    return _render(template, Language(language), facts, source)


def render_many(
    template: str | Template,
    language: Language | str,
    facts: Iterable[Mapping[str, object]],
    *,
    source: TemplateSource | None = None,
) -> Iterator[Letter]:
    """One letter for each set of facts, as they are asked for."""
    if isinstance(template, str):
        template = load_template(template)
    for each in facts:
        yield _render(template, Language(language), each, source)


def forget() -> None:
    """Lets go of everything kept between letters: templates' text, letterheads, skeletons."""
    from gdpr_desktop.letters import markdown, sandbox, skeleton

    sandbox.forget()
    markdown.parse.cache_clear()
    skeleton.forget()


def _render(
    template: Template,
    language: Language,
    facts: Mapping[str, object],
    source: TemplateSource | None,
) -> Letter:
    parts = (template, *_attachments(template, facts))
    values = Values()
    # all at once, so that one message names everything that is missing
    fields = all_fields(replace(template, attachments=tuple(part.id for part in parts[1:])))
    plain = read_facts(fields, facts, language)
    wordings = tuple(_wording(part, language, source) for part in parts)
    texts, parsed = [], []
    for part, (text, wording) in zip(parts, wordings, strict=True):
        with _blame_own(part, wording, language):
            texts.append(_markdown(part, text, language, plain, values))
            parsed.append(_parse(texts[-1]))
    body, *attachments = parsed
    attachments = [
        _as_attachment(blocks, number, language) for number, blocks in enumerate(attachments, 1)
    ]
    before, after = _around(facts.get("frame"), language, values, attachments)
    content = (*before, *body, *after)
    for blocks in attachments:
        content += (PageBreak(), *blocks)
    frame = facts.get("frame")
    return Letter(
        template=template.id,
        title=template.title(language),
        language=language,
        content=content,
        shape=(tuple(texts), before, after),
        values=values.all(),
        sender=frame.sender if isinstance(frame, Frame) else None,
        day=frame.day if isinstance(frame, Frame) else None,
        wordings=tuple(wording for _text, wording in wordings),
        by_hand=template.by_hand,
    )


def _attachments(template: Template, facts: Mapping[str, object]) -> tuple[Template, ...]:
    chosen = facts.get("attachments")
    if chosen is None:
        ids = template.attachments
    elif isinstance(chosen, tuple | list) and set(chosen) <= set(template.attachments):
        ids = tuple(each for each in template.attachments if each in chosen)
    else:
        raise AppError(
            _("The letter «{name}» does not have these attachments.").format(name=template.id)
        )
    return tuple(load_template(each, template.folder) for each in ids)


def _wording(
    part: Template, language: Language, source: TemplateSource | None
) -> tuple[str, Wording]:
    own = source.body(part.id, language) if source else None
    text = part.body(language) if own is None else own
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return text, Wording(template=part.id, own=own is not None, sha256=sha256)


@contextmanager
def _blame_own(part: Template, wording: Wording, language: Language) -> Iterator[None]:
    """An error in the municipality's own wording says so: the shipped one is there to use."""
    try:
        yield
    except TemplateError as error:
        if not wording.own:
            raise
        raise OwnTemplateError(part.id, part.title(language), error.reason or error.text) from error


def _markdown(
    part: Template,
    text: str,
    language: Language,
    facts: Mapping[str, object],
    values: Values,
) -> str:
    from gdpr_desktop.letters.sandbox import run

    return run(part.id, text, part.fields, facts, language, values, empty_boxes=part.by_hand)


def _parse(text: str) -> Blocks:
    from gdpr_desktop.letters.markdown import parse

    return parse(text)


def _around(
    frame: object, language: Language, values: Values, attachments: list[Blocks]
) -> tuple[Blocks, Blocks]:
    if frame is None:
        return (), ()
    if not isinstance(frame, Frame):
        raise TypeError("facts['frame'] is a Frame")
    headings = tuple(map(_heading, attachments))
    return opening(frame, language, values), closing(frame, language, values, headings)


def _heading(blocks: Blocks) -> Runs:
    first = blocks[0]
    return first.runs if isinstance(first, Heading) else ()


def _as_attachment(blocks: Blocks, number: int, language: Language) -> Blocks:
    """Headed «Vedlegg 1: …», its headings one level down: a document has one of level 1."""
    lowered = [
        replace(block, level=block.level + 1) if isinstance(block, Heading) else block
        for block in blocks
    ]
    first, word = lowered[0], FRAME_WORDS[language].attachment
    if isinstance(first, Heading) and not text_of(first.runs).startswith(f"{word} "):
        lowered[0] = replace(first, runs=(Run(text=f"{word} {number}: "), *first.runs))
    return tuple(lowered)
