"""Every text of the window is one that lupdate finds: written out where it is translated, or in a table."""

import ast
from pathlib import Path

import pytest

import lstm_gui.gui

GUI = Path(lstm_gui.gui.__file__).parent
# These translate what stands in a table marked with QT_TRANSLATE_NOOP.
TABLES = {"rating_word", "translated", "age", "_submenu", "title", "_add_setting", "_translated"}


def unmarked(source: str) -> list[str]:
    """Calls of tr and translate whose text is not written out, outside the readers of tables."""
    found = []
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef) and function.name not in TABLES:
            found += [
                f"{function.name}, line {call.lineno}"
                for call in ast.walk(function)
                if isinstance(call, ast.Call)
                and _name(call) in ("tr", "translate")
                and not _written_out(call)
            ]
    return found


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _written_out(call: ast.Call) -> bool:
    texts = call.args[:1] if _name(call) == "tr" else call.args[1:2]
    return bool(texts) and isinstance(texts[0], ast.Constant)


def test_what_is_not_written_out_is_seen() -> None:
    assert unmarked("def f(x):\n    return translate('A', x)") == ["f, line 2"]
    assert unmarked("def f():\n    return self.tr('x').format(1), translate('A', 'x')") == []


@pytest.mark.parametrize("path", sorted(GUI.rglob("*.py")), ids=lambda path: str(path.relative_to(GUI)))
def test_texts_are_written_out(path: Path) -> None:
    assert unmarked(path.read_text(encoding="utf-8")) == []
