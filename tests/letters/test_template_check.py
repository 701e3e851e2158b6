"""What a template may say, and that a refusal names the line."""

import time

import pytest

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.letters import Template, TemplateError, check_template, render
from gdpr_desktop.letters.template import Field, FieldKind, Words
from letters.samples import MakeTemplate


def _field(name: str, kind: FieldKind, *items: Field) -> Field:
    return Field(
        name=name, kind=kind, required=False, labels=Words(), helps=Words(), items=tuple(items)
    )


FIELDS = (
    _field("name", FieldKind.TEXT),
    _field("day", FieldKind.DATE),
    _field("web", FieldKind.LINK),
    _field("urgent", FieldKind.FLAG),
    _field("words", FieldKind.LIST),
    _field("places", FieldKind.LIST, _field("name", FieldKind.TEXT)),
)
HEADING = "# Brev\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "{{ name.__class__ }}",
        "{{ name.upper() }}",
        "{{ name['__class__'] }}",
        "{{ name|attr('__class__') }}",
        "{{ cycler.__init__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ self }}",
        "{{ range(99999) }}",
        "{% for i in range(99999) %}x{% endfor %}",
        "{{ 'a' * 10**9 }}",
        "{{ 7*7 }}",
        "{{ 'ord' }}",
        "{{ name ~ name }}",
        "{{ [name] }}",
        "{{ {'a': name} }}",
        "{{ name if urgent }}",
        "{{ name is defined }}",
        "{{ name|upper }}",
        "{{ name|safe }}",
        "{{ name|date('x') }}",
        "{{ places[0] }}",
        "{{ places }}",
        "{{ urgent }}",
        "{{ loop.first }}",
        "{% set x = 1 %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
        "{% block x %}{% endblock %}",
        "{% macro m() %}{% endmacro %}",
        "{% call name() %}{% endcall %}",
        "{% filter upper %}x{% endfilter %}",
        "{% with %}{% endwith %}",
        "{% autoescape false %}{% endautoescape %}",
        "{% do name %}",
        "{% for x in name %}{% endfor %}",
        "{% for x in places if x.name %}{% endfor %}",
        "{% for x in places recursive %}{% endfor %}",
        "{% for x, y in places %}{% endfor %}",
        "{% for x in places %}{{ x.name.upper }}{% endfor %}",
        "{% for x in places %}{{ x._cells }}{% endfor %}",
        "{% for x in places %}{{ loop.cycle }}{% endfor %}",
        "{% for name in places %}{% endfor %}",
        "{% for x in places %}{% for y in words %}{% for z in words %}" + "{% endfor %}" * 3,
        "{% if name.x %}{% endif %}",
        "{% if name in words %}{{ unknown }}{% endif %}",
        "{{ unknown }}",
        "{{ name",
        "{% if urgent %}",
        "{% endfor %}",
        "![bilete](x.png)",
        "> sitat",
        "#### for djup",
        "[her]({{ name }})",
        "{% for x in places %}- {{ x.name }}{% endfor %}",
    ],
)
def test_everything_but_the_few_allowed_things_is_refused_with_its_line(text: str) -> None:
    problems = check_template(f"{HEADING}{text}\n", FIELDS)
    assert problems
    assert {problem.line for problem in problems} == {3}


@pytest.mark.parametrize(
    "text",
    [
        "{{ name }} {{ day|date }} {{ day|short_date }} {{ day|weekday }}",
        "{{ name|lower_first }} {{ name|upper_first }} {{ words|join_list }} {{ words|length }}",
        "{% if urgent and not (name == 'x' or day) %}a{% elif words %}b{% else %}c{% endif %}",
        "{% if words|length > 1 and day != '' %}fleire{% endif %}",
        "{% for x in places %}{{ x.name }}{% if not loop.last %}, {% endif %}{% endfor %}",
        "{% for x in places %}\n- {{ x.name }} {{ loop.index }}\n{% endfor %}",
        "{% for x in words %}\n1. {{ x }}\n{% endfor %}",
        "[her]({{ web }}) {# merknad #}",
        "{% raw %}{{ slik }}{% endraw %}",
    ],
)
def test_fields_conditions_and_lists_are_allowed(text: str) -> None:
    assert check_template(f"{HEADING}{text}\n", FIELDS) == ()


def test_each_problem_is_named_with_its_own_line() -> None:
    text = "# Brev\n\n{{ nope }}\n\nBra.\n\n{{ name.x }}\n{% set a = 1 %}\n"
    assert [problem.line for problem in check_template(text, FIELDS)] == [3, 7, 8]
    assert "nope" in check_template(text, FIELDS)[0].text


def test_a_letter_begins_with_its_heading_and_skips_no_level() -> None:
    assert check_template("Hei\n", FIELDS)[0].line == 1
    assert check_template("# A\n\n### C\n", FIELDS)[0].line == 3
    assert check_template("", FIELDS)[0].line == 1
    assert check_template("{# merknad #}\n\n# A\n\n## B\n\n### C\n\n## D\n", FIELDS) == ()


def test_a_template_with_an_unknown_field_is_refused_by_name_and_line(make: MakeTemplate) -> None:
    with pytest.raises(TemplateError) as caught:
        render(make("# Brev\n\n{{ name }}\n\n{{ nmae }}\n"), "nn", {"name": "x"})
    assert "nmae" in caught.value.text
    assert "5" in caught.value.text
    assert "small" in caught.value.text


@pytest.mark.parametrize(
    "text", ["{{ " + "(" * 5000 + "name" + ")" * 5000 + " }}", "# x\n" + "a" * 300_000]
)
def test_a_template_made_to_choke_the_reader_is_refused_quickly(text: str) -> None:
    begun = time.perf_counter()
    assert check_template(text, FIELDS)
    assert time.perf_counter() - begun < 5


def test_an_endless_row_of_loops_is_stopped(make: MakeTemplate) -> None:
    body = (
        "# Brev\n\n{% for a in words %}{% for b in words %}ord {{ b }} {% endfor %}{% endfor %}\n"
    )
    begun = time.perf_counter()
    with pytest.raises(AppError):
        render(make(body), "nn", {"name": "x", "words": ["x"] * 1000})
    assert time.perf_counter() - begun < 5


def test_text_without_values_is_bounded_too(make: MakeTemplate) -> None:
    body = "# Brev\n\n{% for a in words %}{% for b in words %}" + "x" * 100 + "{% endfor %}"
    with pytest.raises(TemplateError):
        render(make(body + "{% endfor %}\n"), "nn", {"name": "x", "words": ["x"] * 1000})


def test_an_edited_copy_is_checked_like_the_original(make: MakeTemplate) -> None:
    class Edited:
        def body(self, template_id: str, language: Language) -> str | None:
            return "# Ny\n\n{{ name.__class__ }}\n" if language is Language.NYNORSK else None

    template: Template = make("# Opphavleg\n")
    with pytest.raises(TemplateError):
        render(template, "nn", {"name": "x"}, source=Edited())
    assert render(template, "nb", {"name": "x"}, source=Edited()).text() == "Opphavleg"
