"""JSON laid out so that a person can read and edit it: long values over lines, a row of numbers on one."""

import json

_LINE = 88  # characters; what is longer is broken over lines


def laid_out(value: object, indent: str = "") -> str:
    """JSON that breaks a list or object over lines where it is long, and never a row of numbers."""
    line = json.dumps(value, ensure_ascii=False)
    inner = indent + "  "
    match value:
        case dict() if len(line) > _LINE or not indent:
            parts = [f"{json.dumps(key)}: {laid_out(item, inner)}" for key, item in value.items()]
            return f"{{\n{inner}" + f",\n{inner}".join(parts) + f"\n{indent}}}"
        case list() if len(line) > _LINE and isinstance(value[0], dict | list):
            return (
                f"[\n{inner}" + f",\n{inner}".join(laid_out(item, inner) for item in value) + f"\n{indent}]"
            )
    return line
