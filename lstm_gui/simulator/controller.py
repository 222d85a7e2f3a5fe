"""The controller: takes what a person does, keeps the state and its history, and sets the views that changed.

It knows no Qt. When something changed, it asks for a frame through `request_frame`; whatever came in until
then collapses into one resolve.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.scene import Scene
from lstm_gui.sequences.sequence import InputSequence
from lstm_gui.simulator import inputs, update
from lstm_gui.simulator.audience import Audience, View
from lstm_gui.simulator.frame import Frame, Highlight
from lstm_gui.simulator.history import Change, History
from lstm_gui.simulator.limits import Limits, limits
from lstm_gui.simulator.pointer import Pointer
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve, transport_part
from lstm_gui.simulator.sizes import with_preset
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.stopped import stopped
from lstm_gui.simulator.switch import told
from lstm_gui.simulator.switching import switched_state
from lstm_gui.simulator.tab_frames import TAB_PARTS, TabFrames
from lstm_gui.simulator.values import belongs, can_be_set, stored_value, value_of
from lstm_gui.simulator.words import LABELS, Translate, as_written, name_of

if TYPE_CHECKING:  # loaded when their tab is first shown
    from lstm_gui.simulator.compare.frame import CompareFrame
    from lstm_gui.simulator.graded.bounds import Bounds
    from lstm_gui.simulator.gradients.frame import GradientFrame


@dataclass(slots=True)
class _Edit:
    """A drag under way: where it started, and what it drags."""

    before: SimState
    quantity: Quantity
    reach: float  # the limits stay as wide as they were when the drag began
    action: str = "move"  # what it is called, a key of words.LABELS


class Controller:
    """Owns the simulator's state and history. The functions in `on_change` are called after each frame."""

    def __init__(self, request_frame: Callable[[Callable[[], None]], None]) -> None:
        """`request_frame(callback)` is asked to call back once, when the next frame is due."""
        self.on_change: list[Callable[[], None]] = []
        self.translate: Translate = as_written  # given each text of words.py before it is filled in
        self.bounds: Bounds | None = None  # of a challenge: what may be moved
        self._request_frame = request_frame
        self._state: SimState | None = None
        self._frame: Frame | None = None
        self._tabs = TabFrames()
        self._highlight: Highlight | None = None
        self._pointer = Pointer()
        self._history = History()
        self._edit: _Edit | None = None
        self._wanted_z: tuple[str, float] | None = None
        self._audience = Audience()
        self._frame_requested = False

    # What stands now

    @property
    def is_open(self) -> bool:
        """Whether a scene is open."""
        return self._state is not None

    @property
    def state(self) -> SimState:
        """The state with every edit in it, whether shown yet or not. RuntimeError before a scene is open."""
        self._settle()
        if self._state is None:
            raise RuntimeError("no scene is open")
        return self._state

    @property
    def frame(self) -> Frame:
        """The frame of `state`, resolved now when an edit waits. RuntimeError before a scene is open."""
        if self._frame is None or self._frame.state is not self.state:
            self._frame = resolve(self.state)
        return self._frame

    @property
    def gradients(self) -> "GradientFrame":
        """What is shown of the gradients of `state`; worked out when it is asked for."""
        return self._tabs.gradients(self.state)

    @property
    def compare(self) -> "CompareFrame":
        """What is shown of the cells side by side; worked out when it is asked for."""
        return self._tabs.compare(self.state, self.translate)

    @property
    def undo_label(self) -> str:
        """What undo would take back, or ""."""
        if self._edit is not None and self._is_moved():
            return self._label(self._edit.action, self._edit.quantity)
        return self._history.undo_label

    @property
    def redo_label(self) -> str:
        """What redo would do again, or ""."""
        return "" if self._is_moved() else self._history.redo_label

    def limits(self, quantity: Quantity) -> Limits:
        """How far a quantity can be moved now: never less than to where it stands, or stood at first."""
        return limits(quantity, self._reach(quantity))

    # Views

    def attach(self, part_name: str, view: View) -> None:
        """Show a part of the frame or the gradients in a view from now on; at once when a scene is open."""
        self._audience.attach(part_name, view)
        self.catch_up(view)

    def detach(self, view: View) -> None:
        """Forget a view."""
        self._audience.detach(view)

    def catch_up(self, view: View) -> None:
        """Show a view that was hidden what it missed."""
        if self._state is not None:
            self._audience.show(self._part, only=view)

    def flush(self) -> None:
        """Resolve now and set every visible view whose part changed."""
        self._settle()
        self._frame_requested = False
        if self._state is None:
            return
        resting = self._pointer.at is None  # then no frame is worked out for it
        self._highlight = None if resting else self._pointer.light(self.frame, self.translate)
        self._audience.show(self._part)
        for notify in tuple(self.on_change):
            notify()

    # Edits: one drag is one undo step

    def begin_edit(self, quantity: Quantity) -> None:
        """A drag of `quantity` begins. A drag that was still under way ends first."""
        self.end_edit()
        if self._is_here(quantity):
            self._edit = _Edit(self.state, quantity, self._reach(quantity))

    def edit(self, quantity: Quantity, value: float) -> None:
        """Move a quantity. Outside begin_edit … end_edit it is an undo step of its own."""
        if self._edit is None or self._edit.quantity != quantity:
            self.set_value(quantity, value)
        else:
            self._show_state(update.set_value(self.state, quantity, value, self._edit.reach))

    def draw(self, values: Mapping[int, float]) -> None:
        """Put in inputs, step -> value. Within the drag of an input it is a part of that undo step."""
        if self._edit is None or self._edit.quantity.name != "x":
            self._do(inputs.draw(self.state, values), self._label("draw"))
        else:
            self._edit.action = "draw"
            self._show_state(inputs.draw(self.state, values))

    def edit_pre_activation(self, gate: str, z: float) -> None:
        """Move the bias of a gate so that its pre-activation at the step shown becomes z.

        Finding the bias takes several runs, so it waits for the next frame and only the last z counts.
        """
        unit = self.state.unit
        bias = update.bias_of(self.state, gate, unit)
        if self._edit is not None and self._edit.quantity == bias:
            self._wanted_z = (gate, z)
            self._want_frame()
        elif self._is_here(bias):
            self._do(update.set_pre_activation(self.state, gate, z, unit), self._label("move", bias))

    def end_edit(self) -> None:
        """The drag ends. It is one undo step, or none when it ended where it began."""
        if self._edit is None:
            return
        after = self.state
        edit, self._edit = self._edit, None
        if update.set_step(edit.before, after.scene.step) == after:
            self._history.push(Change(edit.before, after, self._label("step"), "step"))
        else:
            self._history.push(Change(edit.before, after, self._label(edit.action, edit.quantity)))
        self._want_frame()

    def set_value(self, quantity: Quantity, value: float) -> None:
        """Set a quantity as one undo step."""
        if self._is_here(quantity):
            moved = update.set_value(self.state, quantity, value, self._reach(quantity))
            self._do(moved, self._label("move", quantity))

    def reset_value(self, quantity: Quantity) -> None:
        """Put a quantity back to what it was when the scene was opened."""
        if self._is_here(quantity):
            self._do(update.reset_value(self.state, quantity), self._label("restore", quantity))

    def release(self, quantity: Quantity) -> None:
        """Let go of a state that was put in by hand."""
        if self._is_here(quantity):
            self._do(update.release(self.state, quantity), self._label("release", quantity))

    # The scene as a whole

    def open(self, scene: Scene) -> None:
        """Open a scene: an undo step, except for the first."""
        self.go_to(SimState.of(scene), self._label("open", title=scene.title))

    def go_to(self, state: SimState, label: str) -> None:
        """Go to a state kept from `state` before, as one undo step called `label`."""
        self.end_edit()
        if self._state is not None:
            self._history.push(Change(self._state, state, label))
        self._show_state(state)

    def set_step(self, step: int) -> None:
        """Show another step; steps that follow each other are undone together.

        A drag goes on meanwhile, so that a value can be moved while the sequence plays.
        """
        if self._edit is None:
            self._do(update.set_step(self.state, step), self._label("step"), kind="step")
        else:
            self._show_state(update.set_step(self.state, step))

    def look_at(self, unit: int, source: int = 0) -> None:
        """Show the numbers of another unit and input; one look after another is undone together."""
        self._do(update.look_at(self.state, unit, source), self._label("look"), kind="look")

    def set_length(self, steps: int) -> None:
        """Shorten or lengthen the sequence."""
        self._do(update.set_length(self.state, steps), self._label("length"), kind="length")

    def set_sequence(self, made: InputSequence, title: str) -> None:
        """Read another sequence; `title` says in the undo label what it is."""
        self._do(inputs.set_sequence(self.state, made), self._label("input", title=title))

    def choose_preset(self, preset: str, title: str) -> None:
        """Read a preset by its id; the cell is given the inputs that it needs."""
        self._do(with_preset(self.state, preset), self._label("input", title=title))

    def new_seed(self) -> None:
        """Draw the input anew by the next seed, where a seed drew it."""
        self._do(inputs.next_seed(self.state), self._label("seed"))

    def switch(self, kind: Kind) -> str:
        """Put another kind of cell into the scene; what did not carry over, in a sentence, or ""."""
        before = self.state.scene.cell.kind
        state, result = switched_state(self.state, kind)
        self._do(state, self._label("switch", title=self.translate(graph_of(kind).title)))
        return told(result, before, self.translate)

    def reset(self) -> None:
        """Go back to the scene as it was opened."""
        self._do(update.reset(self.state), self._label("reset"))

    def undo(self) -> None:
        """Take the last change back; a drag under way ends and is taken back."""
        self.end_edit()
        self._show_state(self._history.undo())

    def redo(self) -> None:
        """Do again what was undone last."""
        self.end_edit()
        self._show_state(self._history.redo())

    def change(self, state: SimState, label: str, kind: str = "") -> None:
        """Take a state worked out from `state`: one undo step called `label`.

        Changes of one kind that follow each other are undone together.
        """
        self._do(state, label, kind)

    # Pointing

    def point_at(self, quantity: Quantity | None, *, stays: bool = False) -> None:
        """Light a quantity with its causes and effects, or nothing; what `stays` keeps to its own step."""
        if self._pointer.turn_to(quantity, stays=stays):
            self._want_frame()

    # Inside

    def _do(self, new: SimState, label: str, kind: str = "") -> None:
        """Make `new`, worked out from `state`, the state: one undo step called `label`."""
        self.end_edit()
        if self.bounds is None or self.bounds.fits(new.scene):
            self._history.push(Change(self.state, new, label, kind))
            self._show_state(new)

    def _label(self, action: str, quantity: Quantity | None = None, **words: str) -> str:
        """What an undo step is called, in the language of whoever shows it."""
        if quantity is not None:
            words["name"] = name_of(quantity, self.translate, self.state.scene.cell.kind)
        return self.translate(LABELS[action]).format(**words)

    def _show_state(self, state: SimState | None) -> None:
        if state is None or state == self._state:
            return
        self._pointer.follow(self._state, state)
        self._state = state
        self._want_frame()

    def _settle(self) -> None:
        """Work out the edit that waited for the frame."""
        if self._wanted_z is not None and self._state is not None:
            (gate, z), self._wanted_z = self._wanted_z, None
            self._show_state(update.set_pre_activation(self._state, gate, z, self._state.unit))

    def _is_moved(self) -> bool:
        return self._edit is not None and self.state != self._edit.before

    def _is_here(self, quantity: Quantity) -> bool:
        """Whether a quantity can be set now. A late signal may name a step that an undo just took away."""
        here = self._state is not None and can_be_set(quantity, self.state.scene)
        return here and (self.bounds is None or self.bounds.may_move(quantity))

    def _reach(self, quantity: Quantity) -> float:
        """The largest magnitude at which a quantity stands in the frame or stood in the scene as opened."""
        origin = self.state.origin
        opened = stored_value(origin, quantity) if belongs(quantity, origin) else None
        now = stored_value(self.state.scene, quantity) if belongs(quantity, self.state.scene) else 0.0
        if now is None:
            now = value_of(self.frame, quantity)
        wide = self.bounds.reach(quantity) if self.bounds is not None else 0.0
        return max(abs(now), abs(opened or 0.0), wide)

    def _want_frame(self) -> None:
        if not self._frame_requested:
            self._frame_requested = True
            self._request_frame(self._frame_due)

    def _frame_due(self) -> None:
        if self._frame_requested:
            self.flush()

    def _part(self, name: str) -> object:
        if name == "highlight":
            return self._highlight
        if name == "transport":
            return transport_part(self.state)
        if name == "stopped":
            return stopped(self.frame, self.translate)
        if found := TAB_PARTS.get(name):
            return getattr(getattr(self, found[0]), found[1])
        return getattr(self.frame, name)
