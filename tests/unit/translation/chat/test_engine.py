"""A language model as an engine: consent, groups of neighbours, and what happens to lines that are not answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from goftogu.translation.chat.engine import LEFT_OUT, ChatEngine
from goftogu.translation.chat.service import HOST, KEY, ChatError, ChatMeans, Service
from goftogu.translation.engine.protocol import Hypothesis, SentencePlace
from goftogu.translation.engine.terminology import Fixed, Terminology
from tests import models
from tests.models import Asked, Model, answer, chat_means, dictionary, numbered

TERMS = Terminology([Fixed("یزد", ("Yazd",))])
PAIRS = {"سلام.": "Hello.", "خداحافظ.": "Goodbye.", "از یزد آمدم.": "I came from Yazd."}
HOST_NAME = "models.example.org"
DISTANT = Service("https://models.example.org/v1", "large", "1/2 USD")


@pytest.fixture
def model() -> Iterator[Model]:
    with models.serving(dictionary(PAIRS)) as found:
        yield found


def engine(model: Model, terms: Terminology = TERMS, instructions: str = "") -> ChatEngine:
    return ChatEngine(chat_means(Service(model.address, "tiny"), instructions=instructions), terms)


def texts(found: list[Hypothesis]) -> list[str]:
    return [one.text for one in found]


def test_lines_are_asked_for_together_and_come_back_in_order(model: Model) -> None:
    asked = engine(model, instructions="Write British English.")
    found = asked.translate([*PAIRS, "سلام."])
    assert texts(found) == ["Hello.", "Goodbye.", "I came from Yazd.", "Hello."]
    assert asked.origin == "engine: tiny"
    (question,) = model.asked
    assert question.lines == list(PAIRS)
    assert "یزد = Yazd" in question.text
    assert "Write British English." in question.rules
    assert all((one.tokens, one.cut_off, one.left_out) == (0, False, False) for one in found)


def test_what_has_no_word_is_never_sent(model: Model) -> None:
    assert texts(engine(model).translate(["…", "؟", ""])) == ["…", "?", ""]
    assert not model.asked


def test_a_line_is_sent_as_engines_get_it(model: Model) -> None:
    assert texts(engine(model).translate(["سلام\u200f. "])) == ["Hello."]
    assert model.asked[0].lines == ["سلام."]


def test_care_is_asked_for(model: Model) -> None:
    engine(model).translate(["سلام."], careful=True)
    assert "faulty" in model.asked[0].rules


def test_without_a_word_no_more_care_is_asked_for(model: Model) -> None:
    engine(model).translate(["سلام."])
    assert "faulty" not in model.asked[0].rules


def test_it_has_no_other_translations(model: Model) -> None:
    assert engine(model).alternatives(["سلام.", "خداحافظ."]) == [[], []]
    assert not model.asked


def test_twenty_lines_are_a_question(model: Model) -> None:
    engine(model).translate([f"جملهٔ {'ا' * number}." for number in range(1, 46)])
    assert [len(asked.lines) for asked in model.asked] == [20, 20, 5]


def test_long_lines_are_fewer(model: Model) -> None:
    engine(model).translate([f"{'واژه ' * 200}{number}." for number in range(5)])
    assert [len(asked.lines) for asked in model.asked] == [2, 2, 1]


PLACES = {
    "الف.": SentencePlace("azar", 0, (), ("پس از الف.",)),
    "ب.": SentencePlace("azar", 0, (), ("پس از ب.",)),
    "پ.": SentencePlace("azar", 1, ("پیش از پ.",), ("پس از پ.",)),
    "ت.": SentencePlace("azar", 7, ("پیش از ت.",), ()),
    "ث.": SentencePlace("river", 8, ("پیش از ث.",), ()),
}


def test_a_question_ends_with_its_passage_and_knows_what_is_around(model: Model) -> None:
    asked = engine(model)
    asked.look_around(PLACES.get)
    asked.translate([*PLACES, "ناشناخته."])
    assert [question.lines for question in model.asked] == [["الف.", "ب.", "پ."], ["ت."], ["ث."], ["ناشناخته."]]
    first, second, *_, last = [question.text for question in model.asked]
    assert "What comes after, not to be translated:\nپس از پ." in first
    assert "What comes before" not in first
    assert "What comes before, not to be translated:\nپیش از ت." in second
    assert "What comes" not in last


def short(asked: Asked) -> models.Reply:
    """Answer all lines but the last one, unless there is only one."""
    found = [PAIRS.get(line, "Something.") for line in asked.lines]
    return answer(numbered(found[:-1] or found))


def test_a_wrong_number_of_lines_is_asked_for_in_halves(model: Model) -> None:
    model.reply = short
    assert texts(engine(model).translate(list(PAIRS))) == ["Hello.", "Goodbye.", "I came from Yazd."]
    assert [len(asked.lines) for asked in model.asked] == [3, 1, 2, 1, 1]


@pytest.mark.parametrize(
    "fault",
    [
        answer("I am sorry, I cannot translate that.\nIt is not nice."),
        answer("1\tHel", "length"),
        answer("", "content_filter"),
        answer(None, refusal="no"),
        answer("1\t\n"),
    ],
)
def test_only_the_line_that_cannot_be_had_is_left_out(model: Model, fault: models.Reply) -> None:
    sound = dictionary(PAIRS)
    model.reply = lambda asked: fault if "خداحافظ." in asked.lines else sound(asked)
    asked = engine(model)
    assert asked.translate(list(PAIRS)) == [
        Hypothesis("Hello.", 0.0, 0),
        LEFT_OUT,
        Hypothesis("I came from Yazd.", 0.0, 0),
    ]


def test_what_was_left_out_may_come_when_it_is_asked_for_again(model: Model) -> None:
    sound = dictionary(PAIRS)
    model.reply = lambda _: answer("")
    asked = engine(model)
    assert asked.translate(["سلام."]) == [LEFT_OUT]
    model.reply = sound
    assert asked.translate(["سلام."], careful=True) == [Hypothesis("Hello.", 0.0, 0)]


def test_a_model_that_never_keeps_to_the_form_is_not_asked_for_long(model: Model) -> None:
    model.reply = lambda _: answer("What a lovely day!\nAnd so on.")
    with pytest.raises(ChatError) as raised:
        engine(model).translate([f"جملهٔ {'ا' * number}." for number in range(1, 100)])
    assert raised.value.message == "tiny does not answer as it is asked to"
    assert len(model.asked) < 40


def test_a_server_on_this_machine_needs_no_consent(model: Model, capsys: pytest.CaptureFixture[str]) -> None:
    engine(model).begin([["سلام.", "خداحافظ."], ["سه"]])
    assert "15 letters go to 127.0.0.1, model tiny: about 21 tokens there and 6 back" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("means", "told"),
    [
        (chat_means(DISTANT), "nothing is sent to models.example.org: nobody has agreed to that"),
        (chat_means(DISTANT, may_send_to="example.org"), "nothing is sent to models.example.org: nobody has agreed"),
        (
            chat_means(DISTANT, agreed=True, offline=True),
            "nothing is sent to models.example.org: the archive is",
        ),
    ],
)
def test_nothing_leaves_this_machine_without_consent(
    means: ChatMeans, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ChatError) as raised:
        ChatEngine(means, TERMS).begin([["ا" * 1_000_000]])
    assert raised.value.code == "A015"
    assert raised.value.message.startswith(told)
    said = "1,000,000 letters go to models.example.org, model large: about 1,400,000 tokens there and 400,000 back"
    assert f"{said}, about 2.20 USD" in capsys.readouterr().err


@pytest.mark.parametrize("means", [chat_means(DISTANT, agreed=True), chat_means(DISTANT, may_send_to=HOST_NAME)])
def test_a_person_or_the_archive_agrees(means: ChatMeans, capsys: pytest.CaptureFixture[str]) -> None:
    ChatEngine(means, TERMS).begin([["سلام."]])
    assert f"5 letters go to {HOST_NAME}, model large" in capsys.readouterr().err


@pytest.mark.parametrize(("named", "goes"), [("", False), (HOST_NAME, True), ("api.example.com", False)])
def test_the_environment_says_who_may_have_the_key(monkeypatch: pytest.MonkeyPatch, named: str, goes: bool) -> None:
    monkeypatch.setenv(KEY, "sk-very-secret")
    monkeypatch.setenv(HOST, named)
    asked = ChatEngine.of(chat_means(DISTANT, may_send_to=HOST_NAME), TERMS)
    if goes:
        asked.begin([["سلام."]])
    else:
        with pytest.raises(ChatError, match="key") as raised:
            asked.begin([["سلام."]])
        assert raised.value.code == "A015"


def test_the_key_comes_from_the_environment(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, "sk-very-secret")
    found = ChatEngine.of(chat_means(Service(model.address, "tiny")), TERMS)
    found.translate(["سلام."])
    assert model.asked[0].headers["Authorization"] == "Bearer sk-very-secret"


def test_a_model_must_be_named(model: Model) -> None:
    with pytest.raises(ChatError, match="which language model"):
        ChatEngine.of(chat_means(replace(DISTANT, model="")), TERMS)


def test_a_server_that_fails_ends_the_work(model: Model) -> None:
    model.reply = lambda _: models.refusal(404)
    with pytest.raises(ChatError, match="HTTP 404"):
        engine(model).translate(["سلام."])


@pytest.mark.parametrize(("letters", "questions"), [(1200, [2]), (1201, [1, 1])])
def test_a_question_has_at_most_2400_letters(model: Model, letters: int, questions: list[int]) -> None:
    engine(model).translate(["ا" * 1199 + ".", "ب" * (letters - 1) + "."])
    assert [len(asked.lines) for asked in model.asked] == questions


def test_an_answer_may_have_two_tokens_for_each_letter_and_some_more(model: Model) -> None:
    engine(model).translate(["سلام.", "خداحافظ."])
    assert [asked.said["max_tokens"] for asked in model.asked] == [512 + 2 * 13]


def test_paragraphs_that_follow_each_other_are_asked_for_together_wherever_they_are(model: Model) -> None:
    places = {"سلام.": SentencePlace("azar", 6, (), ()), "خداحافظ.": SentencePlace("azar", 7, (), ())}
    asked = engine(model)
    asked.look_around(places.get)
    asked.translate(list(places))
    assert [question.lines for question in model.asked] == [["سلام.", "خداحافظ."]]


def test_what_an_engine_does_not_say_it_is_not_sure_of(model: Model) -> None:
    assert engine(model).translate(["…", "سلام."]) == [Hypothesis("…", 0.0, 0), Hypothesis("Hello.", 0.0, 0)]
    assert Hypothesis("", 0.0, 0, left_out=True) == LEFT_OUT


def test_ten_sentences_in_a_row_without_an_answer_are_the_last_ones(model: Model) -> None:
    asked = engine(model)
    model.reply = lambda _: answer("")
    for number in range(9):
        assert asked.translate([f"جملهٔ {'ا' * number}ب."]) == [LEFT_OUT]
    model.reply = dictionary(PAIRS)
    assert texts(asked.translate(["سلام."])) == ["Hello."]
    model.reply = lambda _: answer("")
    for number in range(9):
        assert asked.translate([f"جملهٔ {'ا' * number}پ."]) == [LEFT_OUT]
    with pytest.raises(ChatError, match="does not answer as it is asked to"):
        asked.translate(["جملهٔ دهم."])
