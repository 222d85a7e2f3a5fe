"""The equations of the cell with the numbers in them, and the card that holds them."""
