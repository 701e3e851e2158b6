"""What a template may say: a whitelist of Jinja's nodes, and the Markdown that we know.

Loads Jinja: import it inside functions only.
"""

import re
from collections.abc import Iterable, Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes

from gdpr_desktop.core.text import _
from gdpr_desktop.letters.template import Field, FieldKind
from gdpr_desktop.letters.template_limits import (
    TemplateProblem,
    character_problems,
    depth_problem,
    size_problem,
    ticked_boxes,
    tidy,
)

FILTERS = ("date", "short_date", "weekday", "lower_first", "upper_first", "join_list", "length")
_LARGEST_NUMBER = 10_000
_LOOP = ("first", "last", "index", "length")
_COMPARISONS = (
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
)
_TAG = re.compile(r"\{[%#].*?[%#]\}")
_TAG_LINE = re.compile(r"\s*(?:(?:\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\})\s*)+")
_HEADING = re.compile(r"(#+)\s+\S")
_LOOP_ITEM = re.compile(r"\{%[^%]*\bfor\b[^%]*%\}\s*(?:[-*+]|\d+\.)\s")
_LINK_VALUE = re.compile(r"\]\(\s*\{\{\s*(\w+)\s*\}\}")


def prepare(text: str) -> str:
    """The template with its line breaks made safe: a tag alone on its line leaves no line behind,
    a tag at the end of a sentence does not swallow the break that ends the paragraph."""
    return "\n".join(map(_prepare_line, tidy(text).split("\n")))


def _prepare_line(line: str) -> str:
    if _TAG_LINE.fullmatch(line):
        return line.rstrip()
    for mark in ("%}", "#}"):
        if line.endswith(mark) and line[-3] not in "+-":
            return f"{line[:-2]}+{mark}"
    return line


def check_template(
    text: str, fields: Iterable[Field], *, empty_boxes: bool = False
) -> tuple[TemplateProblem, ...]:
    """Everything in the template that may not stand there, by line; empty when it is fine.

    ``empty_boxes``: a form to fill in, where no answer is given beforehand (art. 4(11), 7).
    """
    text = tidy(text)
    if problem := size_problem(text):
        return (problem,)
    if problems := tuple(character_problems(text)):
        return problems
    tree = parse_template(text)
    if isinstance(tree, TemplateProblem):
        return (tree,)
    checker = _Checker(fields)
    checker.body(tree.body, {})
    ticked = ticked_boxes(text) if empty_boxes else ()
    found = (*checker.problems, *_markdown_problems(text, checker.fields), *ticked)
    return tuple(sorted(found, key=lambda problem: problem.line))


def parse_template(text: str) -> nodes.Template | TemplateProblem:
    """The tree of a template, not deeper than can be walked; or why there is none."""
    environment = Environment(trim_blocks=True, lstrip_blocks=True)  # noqa: S701 — only parsed
    try:
        tree = environment.parse(prepare(text))
    except TemplateSyntaxError as error:
        return TemplateProblem(line=error.lineno, text=_syntax_words(error))
    except RecursionError:
        return TemplateProblem(line=1, text=_("The template is nested too deeply."))
    except ValueError:  # of digits without end
        return TemplateProblem(line=1, text=_("A number in the template is too large."))
    return depth_problem(tree) or tree


def _syntax_words(error: TemplateSyntaxError) -> str:
    return _("A tag is not complete, or is not one that letters have: {reason}").format(
        reason=error.message or ""
    )


class _Checker:
    """Walks the tree; ``scope`` maps a loop's variable to the list it runs over."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self.fields = {field.name: field for field in fields}
        self.problems: list[TemplateProblem] = []

    def _report(self, node: nodes.Node, text: str) -> None:
        lines = (each.lineno for each in (node, *node.find_all(nodes.Node)))
        line = next(filter(None, lines), 1)  # the outermost node of a tag may have none
        self.problems.append(TemplateProblem(line=line, text=text))

    def body(self, body: Iterable[nodes.Node], scope: dict[str, Field]) -> None:
        for node in body:
            match node:
                case nodes.Output():
                    for child in node.nodes:
                        if not isinstance(child, nodes.TemplateData):
                            self._printed(child, scope)
                case nodes.If():
                    self._condition(node.test, scope)
                    self.body(node.body, scope)
                    self.body(node.elif_, scope)
                    self.body(node.else_, scope)
                case nodes.For():
                    self._loop(node, scope)
                case _:
                    self._refuse(node)

    def _refuse(self, node: nodes.Node) -> None:
        self._report(
            node,
            _(
                "«{construct}» is not allowed in a letter. Use fields, «if», «for» and comparisons."
            ).format(construct=type(node).__name__.lower()),
        )

    def _loop(self, node: nodes.For, scope: dict[str, Field]) -> None:
        if node.test or node.recursive or node.else_ or not isinstance(node.target, nodes.Name):
            self._refuse(node)
            return
        field = self._list_field(node.iter, scope)
        if field is None:
            self._report(node, _("«for» runs over a field that is a list, and nothing else."))
            return
        if len(scope) >= 2:
            self._report(node, _("No more than two «for» inside each other."))
            return
        if node.target.name in self.fields or node.target.name in ("loop", *scope):
            self._report(
                node, _("«{name}» is taken: use another name.").format(name=node.target.name)
            )
            return
        self.body(node.body, {**scope, node.target.name: field})

    def _list_field(self, node: nodes.Node, scope: dict[str, Field]) -> Field | None:
        field = self._field(node, scope)
        return field if field is not None and field.kind is FieldKind.LIST else None

    def _field(self, node: nodes.Node, scope: dict[str, Field]) -> Field | None:
        """The declared field that an expression names, if it does."""
        match node:
            case nodes.Name():
                return None if node.name in scope else self.fields.get(node.name)
            case nodes.Getattr(node=nodes.Name(name=owner)) if owner in scope:
                return {item.name: item for item in scope[owner].items}.get(node.attr)
        return None

    def _printed(self, node: nodes.Node, scope: dict[str, Field]) -> None:
        match node:
            case nodes.Name() | nodes.Getattr():
                self._named(node, scope)
                field = self._field(node, scope)
                if field is not None and field.kind in (FieldKind.FLAG, FieldKind.LIST):
                    self._report(
                        node,
                        _("«{name}» cannot be printed: use it with «if» or «for».").format(
                            name=field.name
                        ),
                    )
            case nodes.Filter():
                self._filter(node, scope)
            case _:
                self._refuse(node)

    def _filter(self, node: nodes.Filter, scope: dict[str, Field]) -> None:
        if node.name not in FILTERS or node.args or node.kwargs or node.dyn_args:
            self._report(
                node,
                _("The filter «{name}» is not one that letters have.").format(name=node.name),
            )
        elif isinstance(node.node, nodes.Filter):
            self._filter(node.node, scope)
        elif isinstance(node.node, nodes.Name | nodes.Getattr):
            field = self._field(node.node, scope)
            if node.name == "join_list" and field is not None and not _is_words(field):
                text = _("«{name}» is not a list of words, and cannot be joined.")
                self._report(node, text.format(name=field.name))
            self._named(node.node, scope)
        else:
            self._refuse(node)

    def _condition(self, node: nodes.Node, scope: dict[str, Field]) -> None:
        match node:
            case nodes.Name() | nodes.Getattr():
                self._named(node, scope)
            case nodes.Filter():
                self._filter(node, scope)
            case nodes.Const():
                self._constant(node)
            case _ if isinstance(node, _COMPARISONS):
                for child in node.iter_child_nodes():
                    self._condition(child, scope)
            case _:
                self._refuse(node)

    def _constant(self, node: nodes.Const) -> None:
        value = node.value
        if isinstance(value, float) or (isinstance(value, int) and abs(value) > _LARGEST_NUMBER):
            self._report(node, _("A number in the template is too large."))

    def _named(self, node: nodes.Name | nodes.Getattr, scope: dict[str, Field]) -> None:
        if isinstance(node, nodes.Name):
            if node.name not in self.fields and node.name not in scope:
                self._unknown(node, node.name)
            return
        owner = node.node
        if not isinstance(owner, nodes.Name) or node.attr.startswith("_"):
            self._refuse(node)
        elif owner.name == "loop" and scope:
            if node.attr not in _LOOP:
                self._unknown(node, f"loop.{node.attr}")
        elif owner.name not in scope:
            self._refuse(node)
        elif (items := scope[owner.name].items) and node.attr not in {i.name for i in items}:
            self._unknown(node, f"{owner.name}.{node.attr}")

    def _unknown(self, node: nodes.Node, name: str) -> None:
        self._report(node, _("There is no field called «{name}».").format(name=name))


def _is_words(field: Field) -> bool:
    return field.kind is FieldKind.LIST and not field.items


def _markdown_problems(text: str, fields: dict[str, Field]) -> Iterator[TemplateProblem]:
    level, first = 0, True
    for number, line in enumerate(text.split("\n"), start=1):
        bare = _TAG.sub("", line).strip()
        heading = _HEADING.match(bare)
        if first and bare:
            first = False
            if not heading or len(heading[1]) != 1:
                yield TemplateProblem(
                    line=number, text=_("A letter begins with its heading: «# Heading».")
                )
        if heading:
            if len(heading[1]) > min(level + 1, 3):
                yield TemplateProblem(
                    line=number, text=_("This heading skips a level, or is below level three.")
                )
            level = len(heading[1])
        yield from (
            TemplateProblem(line=number, text=problem) for problem in _line_problems(line, fields)
        )
    if first:
        yield TemplateProblem(line=1, text=_("The template is empty."))


def _line_problems(line: str, fields: dict[str, Field]) -> Iterator[str]:
    if _LOOP_ITEM.search(line):
        yield _("Put «for» and «endfor» on lines of their own around a list.")
    if "![" in line or line.lstrip().startswith((">", "```", "~~~")):
        yield _("Pictures, quotes and code are not possible in a letter.")
    for name in _LINK_VALUE.findall(line):
        if name in fields and fields[name].kind is not FieldKind.LINK:
            yield _("«{name}» is not a link, and cannot be linked to.").format(name=name)
