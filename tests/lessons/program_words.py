"""The two languages that programs recognise: recognised in plain Python, and random words of them."""

from random import Random

REBER = {  # place -> letter -> next place; 7 is the end of the inner word
    0: {"B": 1},
    1: {"T": 2, "P": 3},
    2: {"S": 2, "X": 4},
    3: {"T": 3, "V": 5},
    4: {"X": 3, "S": 6},
    5: {"P": 4, "V": 6},
    6: {"E": 7},
}
END = 7


def counted(letters: str) -> list[bool]:
    """At each letter: whether it is the end mark "$" of a word aⁿbⁿ, n at least 1."""
    answers, word = [], ""
    for letter in letters:
        half = len(word) // 2
        answers.append(letter == "$" and half > 0 and word == "a" * half + "b" * half)
        word = "" if letter == "$" else word + letter
    return answers


def some_ab(random: Random, longest: int) -> str:
    """A word of a and b with its end mark: right, nearly right, or any."""
    n, other = random.randint(1, longest // 2), random.randint(1, longest // 2)
    right = "a" * n + "b" * n
    return random.choice((
        right, right + "b", right[:-1], "b" + right, right + "a", right + "ab",
        "a" * n + "b" * other,
        "".join(random.choices("ab", k=random.randint(0, longest))),
    )) + "$"  # fmt: skip


def followed(letters: str) -> list[tuple[bool, bool]]:
    """At each letter: whether all so far are whole words, and whether they still may become so."""
    answers, waits_for, first, place = [], "B", "", 0
    for letter in letters:
        if waits_for == "inner":
            place = REBER[place].get(letter, -1)
            waits_for = {END: first, -1: "nothing"}.get(place, "inner")
        elif letter not in waits_for or waits_for == "nothing":
            waits_for = "nothing"
        elif waits_for == "TP":
            waits_for, first, place = "inner", letter, 0
        else:
            waits_for = {"B": "TP", "E": "B"}.get(letter, "E")
        answers.append((waits_for == "B", waits_for != "nothing"))
    return answers


def reber_word(random: Random) -> str:
    """A word of the embedded Reber grammar."""
    word, place = "", 0
    while place != END:
        letter = random.choice(sorted(REBER[place]))
        word, place = word + letter, REBER[place][letter]
    around = random.choice("TP")
    return f"B{around}{word}{around}E"


def reber_letters(random: Random, length: int) -> str:
    """Words one after the other, cut at a length, in half of the cases with a letter exchanged."""
    letters = ""
    while len(letters) < length:
        letters += reber_word(random)
    if random.random() < 0.5:
        place = random.randrange(length)
        letters = letters[:place] + random.choice("BTPSXVE") + letters[place + 1 :]
    return letters[:length]
