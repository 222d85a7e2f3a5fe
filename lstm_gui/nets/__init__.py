"""Recurrent layers: forward passes with a full trace, and their gradients. No Qt, no threads, no I/O."""
