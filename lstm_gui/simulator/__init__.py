"""The simulator without a window: state, updates, resolve(state) -> Frame, the controller."""
