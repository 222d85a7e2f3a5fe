"""Other tools' weights as layers and back: pure functions on plain arrays, with each tool's own names.

`torch`, `onnx` and `keras` are named after their tool and import nothing of it. What a tool cannot express is
refused in a sentence. Arrays that a tool's layer has come back to the bit; nothing shares memory with them.
"""
