"""Both sides of a card follow from the fields as Anki makes them."""

import pytest

from lstm_gui.formats.anki.template import NoGap, Template, render

FIELDS = {"Front": "q", "Back": "a", "Empty": "<br> &nbsp;", "Text": "{{c1::f}} gate", "FrontSide": ""}


@pytest.mark.parametrize(
    ("side", "html"),
    [
        ("{{Front}} and {{ Back }}", "q and a"),
        ("{{#Front}}has {{Front}}{{/Front}}", "has q"),
        ("{{#Empty}}no{{/Empty}}{{^Empty}}yes{{/Empty}}", "yes"),
        ("{{#Empty}}{{#Front}}no{{/Front}}{{/Empty}}!", "!"),
        ("{{^Front}}no {{Front}}{{/Front}}", ""),
        ("{{Nothing}}{{!comment}}{{FrontSide}}", ""),
        ("{{text:Front}} {{hint:Back}} {{tts en_GB:Front}}", "q a "),
        ("{{cloze:Text}}", "[…] gate"),
        ("{{type:Back}}", ""),
        ("{{/Front}}{{Front", "{{Front"),
        ("{{}}{{#}}", ""),
    ],
)
def test_tags_are_filled_in(side: str, html: str) -> None:
    assert render(Template.of(side, "").front, FIELDS, 1, answer=False) == html


def test_the_answer_does_not_repeat_the_question() -> None:
    template = Template.of("{{Front}}", "{{Front}}<hr id=answer>{{Back}}{{type:Back}}")
    assert render(template.back, FIELDS, 0, answer=True) == "aa"
    bare = Template.of("{{Front}}", '{{Back}}<hr id="answer"> ')
    assert render(bare.back, FIELDS, 0, answer=True).startswith("a")


def test_another_rule_is_not_that_of_the_answer_and_one_without_an_end_is_none() -> None:
    plain = Template.of("{{Front}}", "{{Front}}<hr class=x><hr ID = 'answer'>{{Back}}")
    assert render(plain.back, FIELDS, 0, answer=True) == "a"
    assert len(Template.of("", "<hr " + "id=answer " * 9_000).back) == 1


def test_a_gap_that_is_not_there_is_said() -> None:
    with pytest.raises(NoGap):
        render(Template.of("{{cloze:Text}}", "").front, FIELDS, 2, answer=False)
