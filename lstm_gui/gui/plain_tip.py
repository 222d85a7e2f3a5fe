"""A tooltip that shows a text letter for letter: Qt would take "<b>" in it for markup, and fetch pictures."""

from html import escape


def plain_tip(text: str) -> str:
    """The text for a tooltip, "" for none."""
    return f"<qt>{escape(text)}</qt>" if text else ""
