"""How large and how deep a template may be, and which characters it may hold.

Loads Jinja: import it inside functions only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import nodes

from gdpr_desktop.core.text import _
from gdpr_desktop.letters.values import UNPRINTABLE

MAX_BYTES = 100_000  # of UTF-8; the longest letter shipped has 8 000
MAX_LINE = 5_000  # characters
MAX_BRANCHES = 50  # «elif» of one «if»
MAX_BLOCKS = 8  # «if» and «for» inside each other
MAX_DEPTH = 60  # of the whole tree, expressions too


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateProblem:
    """What is wrong, and in which line (from 1)."""

    line: int
    text: str


def tidy(text: str) -> str:
    """Line breaks and the mark at the beginning as we keep them; nothing else is touched."""
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")


def size_problem(text: str) -> TemplateProblem | None:
    """Is it too large to look at more closely?"""
    if len(text) <= MAX_BYTES and len(text.encode("utf-8", "surrogatepass")) <= MAX_BYTES:
        return None
    return TemplateProblem(
        line=1, text=_("The text is larger than {limit} KB.").format(limit=MAX_BYTES // 1000)
    )


def character_problems(text: str) -> Iterator[TemplateProblem]:
    """Lines that are too long, or hold what cannot be printed.

    Among these are the private-use characters that stand for values (``values.py``): a template
    with one of them would print what belongs in another place.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            words = _("This line is longer than {limit} characters. Divide it.")
            yield TemplateProblem(line=number, text=words.format(limit=MAX_LINE))
        if found := UNPRINTABLE.search(line):
            words = _(
                "A character here cannot be printed in a letter ({code}, number {place} in the "
                "line). Take it away."
            )
            code, place = f"U+{ord(found[0]):04X}", found.start() + 1
            yield TemplateProblem(line=number, text=words.format(code=code, place=place))


_TAGS = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_TICKED = re.compile(r"\[[\s\\*_]*[xX×✓✔✕✗✘][\s\\*_]*\]|[☑☒✅🗹🗷]")


def ticked_boxes(text: str) -> Iterator[TemplateProblem]:
    """Boxes that are ticked beforehand, whatever stands around the tick: tags, emphasis, blanks."""
    bare = _TAGS.sub(lambda tag: "\n" * tag[0].count("\n"), text)
    words = _("The box is ticked beforehand. Whoever signs must tick it: write «[ ]».")
    for found in _TICKED.finditer(bare):
        yield TemplateProblem(line=bare.count("\n", 0, found.start()) + 1, text=words)


def depth_problem(tree: nodes.Template) -> TemplateProblem | None:
    """Is anything nested so deep that it could not be run? The first such place."""
    waiting: list[tuple[nodes.Node, int, int]] = [(tree, 0, 0)]
    while waiting:
        node, depth, blocks = waiting.pop()
        if isinstance(node, nodes.If | nodes.For):
            blocks += 1
        many = isinstance(node, nodes.If) and len(node.elif_) > MAX_BRANCHES
        if many or depth > MAX_DEPTH or blocks > MAX_BLOCKS:
            text = _("The template is nested too deeply.")
            return TemplateProblem(line=node.lineno or 1, text=text)
        branches = {id(each) for each in node.elif_} if isinstance(node, nodes.If) else set()
        for child in node.iter_child_nodes():
            inside = blocks - 1 if id(child) in branches else blocks
            waiting.append((child, depth + 1, inside))
    return None
