"""``translate --engine chat``: an archive and a language model on this machine, from the settings to the pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from goftogu.cli import main
from goftogu.translation.chat import asking
from goftogu.translation.chat.service import KEY
from tests import models, sites
from tests.models import Asked, Model, answer, dictionary

SECRET = "sk-very-secret"  # noqa: S105  # nobody's
TEXT = """\
---
title: "کودکی"
speakers:
  الف: {role: interviewer}
  ب: {role: interviewee}
---
الف: چرا معلم شدید؟
{: #t1 }

ب: خواندن را دوست داشتم. در رودک بودیم.
{: #t2 }

الف: بعد چه شد؟
{: #t3 }
"""
PAIRS = {
    "کودکی": "Childhood",
    "چرا معلم شدید؟": "Why did you become a teacher?",
    "خواندن را دوست داشتم.": "I loved reading.",
    "در رودک بودیم.": "We were in Rudak.",
    "بعد چه شد؟": "What happened then?",
}


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[Model]:
    monkeypatch.setattr(asking, "sleep", lambda _: None)
    monkeypatch.setenv(KEY, SECRET)
    with models.serving(dictionary(PAIRS)) as found:
        yield found


@pytest.fixture
def root(tmp_path: Path, model: Model) -> Path:
    made = sites.make(tmp_path / "archive")
    (made / "content/interviews/river.md").write_text(TEXT, encoding="utf-8")
    (made / "content/translations/en/river.po").unlink(missing_ok=True)
    configure(made, model.address)
    return made


def configure(root: Path, address: str, more: str = "") -> None:
    settings = root / "content/site.toml"
    text = settings.read_text(encoding="utf-8").partition("\n[translation]")[0]
    chat = f'\n[translation]\nengine = "chat"\nmodel = "tiny"\naddress = "{address}"\n{more}'
    settings.write_text(text + chat, encoding="utf-8")


def memory(root: Path) -> str:
    return (root / "content/translations/en/river.po").read_text(encoding="utf-8")


def test_its_english_is_that_of_an_engine_like_any_other(
    root: Path, model: Model, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["translate", "--root", str(root)]) == 0
    told = capsys.readouterr().err
    assert "letters go to 127.0.0.1, model tiny" in told
    assert "translated with engine: tiny" in told
    text = memory(root)
    assert "#. origin: engine: tiny\n#. pair: " in text
    assert "score" not in text
    assert 'msgstr "I loved reading. We were in Rudak."' in text
    asked = next(one for one in model.asked if "چرا معلم شدید؟" in one.lines)
    assert "خواندن را دوست داشتم." in asked.lines
    assert main(["build", "--root", str(root)]) == 0
    page = (root / "output/en/river.html").read_text(encoding="utf-8")
    assert "I loved reading." in page
    assert "tiny" in page
    assert 'data-state="machine"' in page or "machine translation" in page


def test_what_changes_is_asked_for_again_with_its_neighbours(root: Path, model: Model) -> None:
    assert main(["translate", "--root", str(root)]) == 0
    model.asked.clear()
    file = root / "content/interviews/river.md"
    file.write_text(TEXT.replace("بعد چه شد؟", "پس چه شد؟"), encoding="utf-8")
    assert main(["translate", "--root", str(root)]) == 0
    assert {line for one in model.asked for line in one.lines} == {"پس چه شد؟"}
    assert "خواندن را دوست داشتم. در رودک بودیم." in model.asked[0].text
    model.asked.clear()
    assert main(["translate", "--root", str(root)]) == 0
    assert not model.asked


def test_another_model_replaces_it_when_asked_to(root: Path, model: Model) -> None:
    assert main(["translate", "--root", str(root)]) == 0
    assert main(["translate", "--root", str(root), "--model", "larger"]) == 0
    assert "origin: engine: larger" not in memory(root)
    assert main(["translate", "--root", str(root), "--model", "larger", "--refresh"]) == 0
    assert "origin: engine: tiny" not in memory(root)
    assert model.asked[-1].said["model"] == "larger"


def test_a_build_asks_no_language_model(root: Path, model: Model) -> None:
    assert main(["build", "--root", str(root)]) == 0
    assert not model.asked


def test_a_paragraph_that_lacks_a_sentence_has_no_english_yet(
    root: Path, model: Model, capsys: pytest.CaptureFixture[str]
) -> None:
    sound = dictionary(PAIRS)

    def reply(asked: Asked) -> models.Reply:
        return answer("No.\nNever.") if "خواندن را دوست داشتم." in asked.lines else sound(asked)

    model.reply = reply
    assert main(["translate", "--root", str(root)]) == 1
    told = capsys.readouterr().err
    assert "A016 1 sentence could not be had from tiny" in told
    text = memory(root)
    assert "What happened then?" in text
    assert "Rudak" not in text
    model.reply = sound
    assert main(["translate", "--root", str(root)]) == 0
    assert 'msgstr "I loved reading. We were in Rudak."' in memory(root)


def test_nothing_leaves_this_machine_without_consent(
    root: Path, model: Model, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = root / "content/site.toml"
    configure(root, "https://models.example.org/v1", 'price = "1/2 USD"\nmay_send_to = "models.example.org"\n')
    text = settings.read_text(encoding="utf-8")
    assert "offline = true" in text
    assert main(["translate", "--root", str(root), "--yes"]) == 1
    assert "A015 nothing is sent to models.example.org: the archive is offline" in capsys.readouterr().err
    text = text.replace("offline = true\n", "").replace("may_send_to", "# may_send_to")
    settings.write_text(text, encoding="utf-8")
    assert main(["translate", "--root", str(root)]) == 1
    told = capsys.readouterr().err
    assert "A015 nothing is sent to models.example.org: nobody has agreed to that" in told
    assert "agree with --yes" in told
    assert "USD" in told
    assert "translated with" not in told
    assert not model.asked


def test_an_archive_that_was_cloned_does_not_get_the_key(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure(root, "https://models.example.org/v1", 'may_send_to = "models.example.org"\n')
    settings = root / "content/site.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("offline = true\n", ""), encoding="utf-8")
    assert main(["translate", "--root", str(root), "--lang", "fa"]) == 1
    told = capsys.readouterr().err
    assert f"A015 کلیدی که در {KEY} است به models.example.org فرستاده نمی‌شود" in told
    assert SECRET not in told


@pytest.mark.parametrize("code", [401, 404, 500])
def test_no_secret_is_ever_told_or_written(
    root: Path, model: Model, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    model.reply = lambda asked: models.refusal(code, {"error": {"message": f"Incorrect key: {SECRET}"}})
    assert main(["translate", "--root", str(root), "--verbose"]) == 1
    told = "".join(capsys.readouterr())
    assert "A016" in told
    assert SECRET not in told
    for file in root.rglob("*"):
        assert not file.is_file() or SECRET.encode() not in file.read_bytes()
    assert model.asked[0].headers["Authorization"] == f"Bearer {SECRET}"


def test_a_model_must_be_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = root / "content/site.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('model = "tiny"\n', ""), encoding="utf-8")
    assert main(["translate", "--root", str(root)]) == 1
    assert "A016 which language model? Name it (--model NAME" in capsys.readouterr().err


@pytest.mark.parametrize(
    "address", ["http://models.example.org/v1", "models.example.org", "https://a@b.org/v1", "https://[::1"]
)
def test_an_address_that_others_could_read_along_or_nobody_has(
    root: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(root, address)
    assert main(["translate", "--root", str(root)]) == 1
    assert "C005" in capsys.readouterr().err
