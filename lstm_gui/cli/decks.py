"""`lstm-gui-cli deck …`: bring decks in, look at them, and take them out."""

import argparse
from dataclasses import asdict
from pathlib import Path

from lstm_gui.cli.opened import limits_of, local_now, opened, settings_of
from lstm_gui.cli.report import Refused, Report, table
from lstm_gui.cli.saving import saving
from lstm_gui.durable_file import write_durably
from lstm_gui.formats.deck_export import DeckCopy, exported
from lstm_gui.formats.deck_import import preview_file
from lstm_gui.formats.preview import Skipped
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.deck_tree import depth, leaf
from lstm_gui.store.collection import Collection


def bring_in(arguments: argparse.Namespace) -> Report:
    """Add the cards of a file to the collection; cards known already keep their progress."""
    preview = preview_file(arguments.file, arguments.columns, with_schedule=arguments.with_schedule)
    with opened(arguments, to_write=True) as collection:
        report = collection.import_deck(preview.deck, history=preview.history)
    counts = {kind: len(getattr(report, kind)) for kind in ("added", "changed", "unchanged")}
    skipped = [asdict(part) for part in preview.skipped]
    words = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    lines = [f"{preview.deck.name}: {words}, {len(skipped)} skipped"]
    if preview.history:
        lines.append(f"  {report.ratings} of {len(preview.history)} ratings were added to the log.")
    if preview.reviews:
        lines.append(f"  {preview.reviews} reviews stay in the file; --with-schedule brings them.")
    lines += [f"  {in_one_line(note, 200)}" for note in preview.notes]
    lines += [_left_out(part) for part in preview.skipped]
    return Report(
        {
            "name": preview.deck.name,
            **counts,
            "ratings": report.ratings,
            "skipped": skipped,
            "notes": list(preview.notes),
        },
        lines,
    )


def _left_out(part: Skipped) -> str:
    return f"  {part.counted} {part.line}: {part.reason} ({in_one_line(part.text)})"


def list_all(arguments: argparse.Namespace) -> Report:
    """The tree of decks with how many cards they have, and how many are new and due."""
    with opened(arguments) as collection:
        decks = collection.decks(local_now(), limits_of(settings_of(arguments)))
    names = ("name", "cards", "new", "due", "mastery")
    rows = [
        (_branch(deck.name), str(deck.cards), str(deck.new), str(deck.due), f"{deck.mastery:.0%}")
        for deck in decks
    ]
    content = [{name: getattr(deck, name) for name in names} for deck in decks]
    return Report(content, table([names, *rows], right=(1, 2, 3, 4)))


def _branch(name: str) -> str:
    """What a deck is called in the one around it, set in by as many steps as it lies deep."""
    return "· " * depth(name) + in_one_line(leaf(name), 200)


def show(arguments: argparse.Namespace) -> Report:
    """The cards of one deck, question and answer."""
    with opened(arguments) as collection:
        found = _found(collection, arguments)
    content = {
        "name": found.name,
        "description": found.description,
        "cards": [asdict(card) for card in found.cards],
    }
    lines = [f"{in_one_line(found.name, 200)}: {_size(found)}", *_indented("", found.description)]
    return Report(content, [*lines, *(line for card in found.cards for line in _card(card))])


def take_out(arguments: argparse.Namespace) -> Report:
    """Write a deck to a file, in the format that its name ends in."""
    path: Path = arguments.file
    with opened(arguments) as collection:
        found = _found(collection, arguments)
        if path.exists() and not arguments.force:
            raise Refused(f"{path} is there already; choose another name, or give --force to replace it.")
        with saving(path):
            write_durably(path, exported(DeckCopy(found, collection.entries(found.name)), path))
    content = {"name": found.name, "cards": len(found.cards), "file": str(path)}
    return Report(content, [f"{in_one_line(found.name, 200)}: {_size(found)} in {path}"])


def _found(collection: Collection, arguments: argparse.Namespace) -> Deck:
    """The deck that the command line names, whole. Raises Refused with the names there are."""
    decks = collection.decks(local_now(), limits_of(settings_of(arguments)))
    found = next((deck for deck in decks if deck.name == arguments.name), None)
    if found is None:
        names = ", ".join(in_one_line(deck.name) for deck in decks) or "none"
        raise Refused(f'There is no deck called "{in_one_line(arguments.name)}"; there is: {names}.')
    return collection.deck(found.name)


def _size(deck: Deck) -> str:
    return f"{len(deck.cards)} {'card' if len(deck.cards) == 1 else 'cards'}"


def _card(card: Card) -> list[str]:
    """A card as it is read: its uid and topic, the whole question, the whole answer."""
    topic = f" ({in_one_line(card.topic, 200)})" if card.topic else ""
    head = in_one_line(card.uid, 200) + topic
    return ["", head, *_indented("Q: ", card.front), *_indented("A: ", card.back)]


def _indented(mark: str, text: str) -> list[str]:
    """Every line of a text set in, so that none can pass for the head of another card."""
    first, *rest = text.splitlines() or [""]
    return [f"  {mark}{first}", *(f"  {' ' * len(mark)}{line}" for line in rest)] if text else []
