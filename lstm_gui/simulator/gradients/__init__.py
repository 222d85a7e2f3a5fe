"""How far gradients reach: what a person chooses, the cells side by side, and what is shown of them."""
