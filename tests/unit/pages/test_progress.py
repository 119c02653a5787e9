from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from goftogu import urls
from goftogu.model import Language
from goftogu.pages import pagination, progress
from goftogu.pages.progress import ProgressPage
from goftogu.translation.memory.memory import State, Translation
from tests import sample_site as sample
from tests.archives import Archive

REVIEWED = Translation("It grows well.", State.REVIEWED, "", by="A. Reader")


def planned(archive: Archive) -> list[ProgressPage]:
    return [page for page in progress.pages(archive.listing, archive.states) if page.language == Language.EN]


def contexts(archive: Archive) -> list[Mapping[str, Any]]:
    return [progress.page(archive.site, page).context() for page in planned(archive)]


def test_many_interviews_are_divided_into_pages_and_the_first_tells_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagination, "MOST_ROWS", 2)
    archive = sample.archive(*(sample.interview(name=f"talk-{number}") for number in range(5)))
    pages = [progress.page(archive.site, page) for page in planned(archive)]
    assert [page.path for page in pages] == [urls.numbered(urls.progress("en"), number) for number in (1, 2, 3)]
    made = contexts(archive)
    assert [len(context["rows"]) for context in made] == [2, 2, 1]
    assert [context["total"] for context in made[1:]] == [0, 0]
    assert [
        [switch.href for switch in context["frame"].switches if switch.view == Language.FA] for context in made
    ] == [
        ["../../fa/progress/index.html"],
        ["../../../fa/progress/index/2.html"],
        ["../../../fa/progress/index/3.html"],
    ]
    (one,) = contexts(sample.archive())
    assert made[0]["total"] == 5 * one["total"]


def test_as_many_interviews_are_on_a_page_as_six_screens_show() -> None:
    archive = sample.archive(*(sample.interview(name=f"talk-{number}") for number in range(60)))
    assert [len(page.page.items) for page in planned(archive)] == [27, 29, 4]


def test_a_page_after_the_first_knows_nothing_of_the_interviews_on_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagination, "MOST_ROWS", 2)
    before = sample.archive(*(sample.interview(name=f"talk-{number}") for number in range(5)))
    after = Archive(before.site, before.interviews, {**before.english, "talk-4": {}}, before.findings)
    same = [one == other for one, other in zip(planned(before), planned(after), strict=True)]
    assert same == [False, True, True]


def test_a_row_counts_the_states_of_its_interview() -> None:
    (context,) = contexts(sample.archive(translations=sample.english(t2_1=REVIEWED)))
    (row,) = context["rows"]
    assert (row.total, row.counts, row.link.href) == (10, (1, 9, 0, 0, 0), "../sea.html")
    assert context["counts"] == row.counts
