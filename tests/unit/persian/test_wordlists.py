"""The word lists of hazm, without hazm."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from importlib.machinery import ModuleSpec

import pytest

from goftogu.persian import wordlists
from tests import sites

USES = {
    "the lexicon": "from goftogu.persian.orthography import lexicon; lexicon.load()",
    "suggestions": "from goftogu.index import suggest; suggest.grammar().lemma('کتاب‌ها')",
    "a file": "from goftogu.persian import wordlists; wordlists.lines('verbs.dat')",
}


@pytest.mark.parametrize("name", ["words.dat", "verbs.dat", "stopwords.dat"])
def test_the_lists_are_there(name: str) -> None:
    assert wordlists.path(name).is_file()
    assert len(wordlists.lines(name)) > 300


@pytest.mark.parametrize("use", USES)
def test_hazm_is_not_imported(use: str) -> None:
    code = f"import sys; {USES[use]}; sys.exit(bool({{'hazm', 'nltk', 'gensim', 'scipy'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", code], check=False, cwd=sites.ROOT)
    assert done.returncode == 0


@pytest.mark.parametrize("found", [None, ModuleSpec("hazm", None)], ids=["no package", "a single file"])
def test_missing_hazm_is_named(found: ModuleSpec | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: found)
    with pytest.raises(ModuleNotFoundError, match="hazm is not installed") as error:
        wordlists.path("words.dat")
    assert error.value.name == "hazm"
