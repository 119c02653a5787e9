"""The plan of a small archive, and what its artifacts make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from goftogu.build import make
from goftogu.build.artifacts import Artifact
from goftogu.build.index import Indexed
from goftogu.build.make import WordFiles
from goftogu.build.pipeline import CACHE
from goftogu.build.plan import Plan
from goftogu.build.project import Project
from goftogu.build.templates import folders
from goftogu.build.theme import Theme
from goftogu.build.workers import Workers
from goftogu.edition import catalogue
from goftogu.edition.site import Page
from goftogu.model import Language
from goftogu.pages import plan as page_plan
from goftogu.pages.render import templates
from goftogu.problems import Problems
from goftogu.search.pairs import PairFiles
from goftogu.storage import values
from goftogu.storage.cache import Cache
from goftogu.storage.fingerprints import Fingerprints
from tests import sites

GOLDEN = sites.ROOT / "tests/golden/output"


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Project, list[Artifact]]]:
    """The golden archive, read and indexed, with its plan."""
    root = sites.make_golden(tmp_path_factory.mktemp("plan") / "archive")
    with Cache(root / CACHE) as cache, Workers(1) as workers:
        project = Project(root, cache, Fingerprints(cache, root), workers, url="")
        project.leave_out_drafts()
        project.index()
        project.collate()
        problems = Problems()
        theme = Theme(project.site, templates(folders(root), problems), catalogue.find(folders(root), problems))
        assert list(problems) == []
        made = Plan(project, theme)
        yield project, [*made.interviews(), *made.others({})]


Planned = tuple[Project, list[Artifact]]


def files(artifact: Artifact) -> Iterator[tuple[str, bytes]]:
    """Yield the files of an artifact, made as the writer makes them."""
    shared = artifact.shared.value
    for made in artifact.make(shared, artifact.values, [ref.load() for ref in artifact.refs]):
        problems = Problems()
        path, data = (made.path, shared.render(made, problems)) if isinstance(made, Page) else made
        assert isinstance(data, bytes), list(problems)
        yield path, data


def of(artifacts: list[Artifact], function: object) -> list[Artifact]:
    return [artifact for artifact in artifacts if artifact.make is function]


def test_every_file_of_the_site_is_planned_once_but_for_those_that_are_copied(planned: Planned) -> None:
    made = [path for artifact in planned[1] for path, _ in files(artifact)]
    assert [path for path, count in Counter(made).items() if count > 1] == []
    site = {file.relative_to(GOLDEN).as_posix() for file in GOLDEN.rglob("*") if file.is_file()}
    assert {path for path in made if not path.endswith(".epub")} <= site  # books are not kept there
    copied = {
        path for path in site - set(made) if not path.startswith("static/") and not path.endswith(".received.txt")
    }
    joined = {f"data/archive/{name}" for name in ("archive.csv", "archive.jsonl", "dublin-core.xml", "oai.xml")}
    assert copied == {"data/ids.json", *joined}


def test_there_is_one_artifact_for_each_interview_with_its_text_by_reference(planned: Planned) -> None:
    project, artifacts = planned
    interviews = of(artifacts, make.interview)
    assert len(interviews) == len(project.summaries) == len(project.indexed)
    assert all(artifact.refs for artifact in interviews)
    assert len({artifact.refs[0].digest for artifact in interviews}) == len(interviews)
    for summary, artifact in zip(project.summaries, interviews, strict=True):
        paths = {path for path, _ in files(artifact)}
        assert {f"fa/{summary.id}.html", f"en/{summary.id}.html", f"both/{summary.id}.html"} <= paths
        assert all(summary.id in path for path in paths)


def test_every_kind_of_list_is_made(planned: Planned) -> None:
    assert [artifact.values for artifact in of(planned[1], make.lists)] == list(page_plan.LISTS)


def test_the_search_numbers_the_oldest_interview_first(planned: Planned) -> None:
    project, artifacts = planned
    documents = of(artifacts, make.document)
    assert [artifact.values for artifact in documents] == list(range(len(project.indexed)))
    days = [
        held.outline.date.first.isoformat() if held.outline.date else ""
        for artifact in documents
        for held in project.indexed.values()
        if held.parts["document-fa"] == artifact.refs[0].digest
    ]
    assert len(days) == len(documents)
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    (others,) = of(artifacts, make.other_documents)
    assert others.values == len(documents)
    for document in documents:
        assert [path.partition("/")[0] for path, _ in files(document)] == [str(language) for language in Language]


def in_order(project: Project, artifacts: list[Artifact]) -> list[Indexed]:
    """Return the interviews as the search numbers them."""
    return [
        held
        for document in of(artifacts, make.document)
        for held in project.indexed.values()
        if held.parts["document-fa"] == document.refs[0].digest
    ]


def test_words_are_looked_up_in_the_order_of_the_documents(planned: Planned) -> None:
    project, artifacts = planned
    made = of(artifacts, make.words)
    assert [artifact.values for artifact in made] == [WordFiles(language, 1) for language in Language]
    for artifact, language in zip(made, Language, strict=True):
        digests = [ref.digest for ref in artifact.refs]
        assert digests == [held.parts[f"words-{language}"] for held in in_order(project, artifacts)]


def test_pairs_are_looked_up_group_by_group_in_the_order_of_the_documents(planned: Planned) -> None:
    project, artifacts = planned
    made = of(artifacts, make.word_pairs)
    assert [artifact.values[:3] for artifact in made if isinstance(artifact.values, PairFiles)] == [
        (language, 0, 1) for language in Language
    ]
    held = in_order(project, artifacts)
    for artifact, language in zip(made, Language, strict=True):
        assert isinstance(artifact.values, PairFiles)
        count, loaded = artifact.values.documents, [ref.load() for ref in artifact.refs]
        assert len(loaded) == 16 * count
        for group in range(16):
            own = loaded[group * count : (group + 1) * count]
            packed = b"".join(map(values.digest, own[: len(held)]))
            assert packed == b"".join(found.pairs[language][group * 20 : (group + 1) * 20] for found in held)
            assert all(values.decode(other, dict[int, str]) is not None for other in own[len(held) :])


def test_a_pair_more_changes_the_files_of_its_group_only(planned: Planned) -> None:
    project, artifacts = planned
    theme = artifacts[0].shared.value
    name = next(iter(project.indexed))

    def keys(pairs: bytes) -> dict[int, str]:
        large = replace(
            project.indexed[name], words=dict.fromkeys(Language, 90_000), pairs=dict.fromkeys(Language, pairs)
        )
        with pytest.MonkeyPatch.context() as patch:
            patch.setitem(project.indexed, name, large)
            made = of([*Plan(project, theme).others({})], make.word_pairs)
        return {at: artifact.key() for at, artifact in enumerate(made)}

    before, after = keys(bytes(16 * 20)), keys(bytes(5 * 20) + b"other".ljust(20) + bytes(10 * 20))
    assert len(before) == 32
    assert {at for at, key in after.items() if key != before[at]} == {5, 16 + 5}


def test_a_page_of_a_topic_or_a_name_refers_to_the_lines_that_it_shows(planned: Planned) -> None:
    project, artifacts = planned
    for artifact in (*of(artifacts, make.topic), *of(artifacts, make.name)):
        known = {digest for held in project.indexed.values() for digest in held.lines.values()}
        assert {ref.digest for ref in artifact.refs} <= known
    assert any(artifact.refs for artifact in of(artifacts, make.topic))
    assert any(artifact.refs for artifact in of(artifacts, make.name))


def test_small_artifacts_stay_in_this_process(planned: Planned) -> None:
    light = {artifact.make for artifact in planned[1] if artifact.light}
    assert light >= {make.feeds, make.document, make.other_documents}
    assert not light & {make.interview, make.topic, make.name}


def test_only_documents_of_the_search_are_not_kept_as_they_are_quicker_made_again(planned: Planned) -> None:
    assert {artifact.make for artifact in planned[1] if not artifact.kept} == {make.document}


def test_what_artifacts_share_is_one_theme_and_one_listing(planned: Planned) -> None:
    shared = {id(artifact.shared): type(artifact.shared.value).__name__ for artifact in planned[1]}
    assert sorted(shared.values()) == ["Listing", "Theme"]


def test_the_feeds_are_those_of_both_languages(planned: Planned) -> None:
    (feeds,) = of(planned[1], make.feeds)
    assert [path for path, _ in files(feeds)] == ["fa/feed.xml", "fa/feed.json", "en/feed.xml", "en/feed.json"]
