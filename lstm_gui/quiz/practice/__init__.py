"""Ways to practise cards that leave their schedule alone: questions made of cards, and answers graded."""
