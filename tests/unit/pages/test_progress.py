from __future__ import annotations

import pytest

from goftogu import urls
from goftogu.model import Language
from goftogu.pages import pagination, progress
from tests import sample_site as sample


def test_many_interviews_are_divided_into_pages_and_the_first_tells_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagination, "MOST_ROWS", 2)
    archive = sample.site(*(sample.interview(name=f"talk-{number}") for number in range(5)))
    pages = [page for page in progress.pages(archive) if page.language == Language.EN]
    assert [page.path for page in pages] == [urls.numbered(urls.progress("en"), number) for number in (1, 2, 3)]
    contexts = [page.context() for page in pages]
    assert [len(list(context["rows"])) for context in contexts] == [2, 2, 1]  # type: ignore[call-overload]
    assert [context["total"] for context in contexts[1:]] == [0, 0]
    (one,) = (page.context() for page in progress.pages(sample.site()) if page.language == Language.EN)
    assert contexts[0]["total"] == 5 * one["total"]  # type: ignore[operator]
