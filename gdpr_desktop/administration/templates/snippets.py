"""What a template's field looks like in its text."""

from gdpr_desktop.letters import Field, FieldKind


def snippet(field: Field) -> str:
    """The text that prints ``field``, or asks about it."""
    match field.kind:
        case FieldKind.FLAG:
            return f"{{% if {field.name} %}}\n\n{{% endif %}}"
        case FieldKind.LIST:
            item = f"item.{field.items[0].name}" if field.items else "item"
            return f"{{% for item in {field.name} %}}\n- {{{{ {item} }}}}\n{{% endfor %}}"
        case _:
            return f"{{{{ {field.name} }}}}"


def condition(field: Field, code: str) -> str:
    """The text that asks whether a choice field is ``code``."""
    return f'{{% if {field.name} == "{code}" %}}\n\n{{% endif %}}'


def item_snippet(item: Field) -> str:
    """The text that prints ``item`` inside the loop that ``snippet`` makes."""
    return f"{{{{ item.{item.name} }}}}"
