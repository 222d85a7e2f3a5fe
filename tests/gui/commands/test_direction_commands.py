"""The actions about the directions of time, in the window: both menus, one history of undo."""

from lstm_gui.lessons.catalogue import load
from tests.gui.conftest import LabMaker


def test_a_scene_is_read_in_both_directions_and_no_longer(make_lab: LabMaker) -> None:
    window = make_lab().window
    both, other = (window.actions_by_id[name] for name in ("both_directions", "other_direction"))
    window.controller.open(load("remember"))
    window.controller.flush()
    assert (both.isChecked(), other.isEnabled()) == (False, False)
    both.trigger()
    window.controller.flush()
    assert (both.isChecked(), other.isEnabled()) == (True, True)
    assert window.controller.undo_label == "read in both directions"
    for back in (True, False):
        other.trigger()
        assert window.controller.state.looks_back == back
    picker = window.simulator.transport.cells
    assert picker.both.isChecked()
    picker.both.trigger()
    window.controller.flush()
    assert window.controller.state.scene == load("remember")
    assert not both.isChecked()
    assert window.controller.undo_label == "read in one direction"
    window.controller.undo()
    window.controller.flush()
    assert both.isChecked()
    assert window.simulator.both is not None
    assert window.simulator.both.diagram.isVisible()


def test_the_card_about_both_directions_opens_a_scene_of_both(make_lab: LabMaker) -> None:
    window = make_lab().window
    window.commands.visit_scene("the-future-decides")
    window.controller.flush()
    assert window.controller.state.scene.backward is not None
    assert window.simulator.both is not None
    assert window.simulator.both.diagram.isVisible()
