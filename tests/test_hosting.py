"""The workflows keep their promises: each of their scripts is run in a scratch repository with a live site."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import pytest
import yaml

from goftogu import __version__
from goftogu.commands.skeleton import Host, NewArchive, files
from tests import office, sites, workflows
from tests.serving import serving
from tests.workflows import Repository, Step

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or not (shutil.which("git") and shutil.which("bash")),
    reason="runs the shell of a host: needs git and bash",
)

KINDS = ["github", "gitlab", "clone"]
ROUGH = "گفت‌وگو با چاه‌کن\n۱۴ آذر ۱۴۰۳\n\nخبرنگار: این چاه را کی کندید؟\n\nچاه‌کن: چهل سال پیش.\n".encode()
UNSTAMPED = (
    "---\ntitle: نان\nspeakers:\n  الف: {role: interviewer}\n  ب: {role: interviewee}\n---\n\nالف: چه شد؟\n\nب: هیچ.\n"
)
RIVER = "content/interviews/river.md"
MATRIX = (sites.ROOT / "docs/translating.md").read_text(encoding="utf-8").partition("```yaml\nname: Translate\n")[2]
WORKFLOWS = {
    "of a matrix": MATRIX.partition("```")[0],
    "of this repository": (sites.ROOT / ".github/workflows/pages.yml").read_text(encoding="utf-8"),
    "of the tests": (sites.ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8"),
    "of a release": (sites.ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8"),
    "of an archive": files(NewArchive(host=Host.GITHUB))[".github/workflows/pages.yml"].decode(),
}


@pytest.fixture(params=KINDS)
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Repository]:
    made = workflows.make(request.param, tmp_path)
    with serving(made.answers) as server:
        made.address = f"{server}archive/"
        yield made


@pytest.fixture
def github(tmp_path: Path) -> Iterator[Repository]:
    made = workflows.make("github", tmp_path)
    with serving(made.answers) as server:
        made.address = f"{server}archive/"
        yield made


def test_an_uploaded_rough_text_gets_permanent_ids_in_a_commit(repository: Repository) -> None:
    repository.upload("content/interviews/چاه ژرف.txt", ROUGH)
    done = repository.run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert repository.commits()[0] == "Give ids and translations to new text"
    text = repository.held("content/interviews/چاه-ژرف.md")
    assert re.findall(r"\{: #(t\d+) ?", text) == ["t1", "t2"]
    assert repository.held("content/received/چاه ژرف.txt").encode() == ROUGH
    assert "content/interviews/چاه ژرف.txt" not in repository.git("-c", "core.quotePath=off", "ls-files")
    assert "nothing is published there yet" in done.stderr


def test_a_published_id_that_is_lost_fails(repository: Repository) -> None:
    assert repository.run().returncode == 0
    repository.publish()
    text = (repository.root / RIVER).read_text(encoding="utf-8")
    repository.upload(RIVER, text.replace("#t2", "#t9").encode())
    done = repository.run()
    assert done.returncode == 1
    assert "published ids are gone: t2" in done.stdout + done.stderr


def test_an_id_that_another_one_replaces_is_not_lost(github: Repository) -> None:
    assert github.run().returncode == 0
    github.publish()
    text = (github.root / RIVER).read_text(encoding="utf-8")
    github.upload(RIVER, text.replace("#t2", "#t9").replace("title:", "redirects: {t2: t9}\ntitle:").encode())
    assert github.run().returncode == 0


def test_a_word_file_without_import_fails(repository: Repository) -> None:
    repository.upload("content/interviews/bread.docx", office.word("نان", "پرسش: چه شد؟", "پاسخ: هیچ."))
    done = repository.run()
    assert done.returncode == 1
    assert "bread.docx" in done.stdout + done.stderr
    assert "S009" in done.stdout + done.stderr


def test_a_run_that_may_not_write_fails_and_says_what_to_do(repository: Repository) -> None:
    hook = repository.remote / "hooks/pre-receive"
    repository.upload("content/interviews/bread.md", UNSTAMPED.encode())
    hook.write_text("#!/bin/sh\necho 'not allowed'\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    done = repository.run()
    assert done.returncode == 1
    assert "Allow it: Settings, " in done.stdout
    assert re.search(r"run (goftogu|build\.py) import and (goftogu|build\.py) stamp on your machine", done.stdout)
    assert not (repository.root / "output").exists()


def test_without_new_text_there_is_no_commit(github: Repository) -> None:
    done = github.run()
    assert (done.returncode, github.commits()) == (0, ["Upload"])
    assert "Nothing is new." in done.stdout
    assert github.installed == ["-m pip install -r requirements.txt"]


def test_a_labelled_text_gets_its_ids(github: Repository) -> None:
    github.upload("content/interviews/bread.md", UNSTAMPED.encode())
    assert github.run().returncode == 0
    assert re.findall(r"\{: #(\w+) ", github.held("content/interviews/bread.md")) == ["t1", "t2"]
    assert github.run().returncode == 0
    assert github.commits() == ["Give ids and translations to new text", "Upload", "Upload"]


def test_a_text_that_cannot_be_imported_fails_and_nothing_is_committed(github: Repository) -> None:
    github.upload("content/interviews/empty.txt", b"")
    done = github.run()
    assert done.returncode == 1
    assert "content/interviews/empty.txt" in done.stderr
    assert github.commits() == ["Upload", "Upload"]


def test_without_pages_the_way_is_told(github: Repository) -> None:
    github.address = ""
    done = github.run()
    assert done.returncode == 1
    assert "Pages is off. Turn it on: Settings, Pages, Source: GitHub Actions." in done.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_translation_is_switched_on_by_a_variable_and_committed(kind: str, tmp_path: Path) -> None:
    made = workflows.make(kind, tmp_path)
    made.translating = True
    with serving(made.answers) as server:
        made.address = f"{server}archive/"
        done = made.run()
        assert done.returncode == 0, done.stdout + done.stderr
        assert "#, fuzzy" in made.held("content/translations/en/river.po")
        assert "translate-fa_en" in made.held("content/translation.lock")
        assert "-m pip install --no-deps -r requirements-translate.txt" in made.installed


def test_the_package_is_installed_once(github: Repository) -> None:
    github.translating = True
    assert github.run().returncode == 0
    github.upload("content/interviews/bread.md", UNSTAMPED.encode())
    assert github.run().returncode == 0
    assert "#, fuzzy" in github.held("content/translations/en/bread.po")
    assert github.installed.count("package install") == 1


def test_the_matrix_of_the_document_translates_all_parts_and_commits_them(github: Repository) -> None:
    patches = github.remote.parent / "patches"
    patches.mkdir()
    part = next(number for number in range(1, 9) if crc32(b"river") % 8 == number - 1)
    for number in (part, part % 8 + 1):
        github.variables["PART"] = str(number)
        github.steps = tuple(
            step._replace(wanted="") for step in workflows.of_github(WORKFLOWS["of a matrix"], "translate")
        )
        done = github.run()
        assert done.returncode == 0, done.stderr
        shutil.copy(github.root / f"{number}.patch", patches)
        shutil.rmtree(github.root / ".packages")
    collect = [Step(f"cp -r '{patches}' patches", ""), *workflows.of_github(WORKFLOWS["of a matrix"], "collect")]
    github.steps = tuple(collect)
    done = github.run()
    assert done.returncode == 0, done.stderr
    assert github.commits() == ["Translate what had no English", "Upload"]
    assert "#, fuzzy" in github.held("content/translations/en/river.po")


def requirements(text: str) -> dict[str, str]:
    return dict(re.findall(r"^([\w-]+)==([\w.]+)", text, re.MULTILINE))


@pytest.mark.parametrize("host", [Host.GITHUB, Host.GITLAB])
def test_the_engine_of_an_archive_is_the_one_that_is_locked_here(host: Host) -> None:
    locked = requirements((sites.ROOT / "requirements-translate.txt").read_text(encoding="utf-8"))
    site = requirements((sites.ROOT / "requirements.txt").read_text(encoding="utf-8"))
    engine = requirements(files(NewArchive(host=host))["requirements-translate.txt"].decode())
    assert engine == {name: version for name, version in locked.items() if name not in site}


@pytest.mark.parametrize("name", WORKFLOWS)
def test_actions_are_pinned_by_commit(name: str) -> None:
    used = re.findall(r"uses: (\S+)(.*)", WORKFLOWS[name])
    assert used
    assert [line for line in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", line[0])] == []
    assert [line for line in used if not re.fullmatch(r" # v\d+(\.\d+){2}", line[1])] == []


def test_an_action_has_one_commit_in_all_workflows() -> None:
    used = {line for text in WORKFLOWS.values() for line in re.findall(r"uses: (\S+)@([0-9a-f]+)", text)}
    assert len({action for action, _ in used}) == len(used)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_rights_are_given_job_by_job_and_no_expression_gets_into_a_script(name: str) -> None:
    read = yaml.safe_load(WORKFLOWS[name])
    assert read["permissions"] in ({}, {"contents": "read"})
    for job in read["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


def shell_of(document: str, heading: str) -> str:
    """Return the commands of a section of a document."""
    text = (sites.ROOT / document).read_text(encoding="utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return "\n".join(
        textwrap.dedent(part) for part in re.findall(r"^ *```sh\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL)
    )


def test_the_way_from_nothing_to_a_repository_is_as_the_document_says(tmp_path: Path) -> None:
    made = workflows.make("clone", tmp_path)
    wheel = f"goftogu-{__version__}-py3-none-any.whl"
    (made.root / ".venv/bin").mkdir(parents=True)
    (made.root / ".venv/bin/python").symlink_to(tmp_path / "bin/python")
    (tmp_path / "bayegani").mkdir()
    script = "\n".join(
        [
            shell_of("docs/publishing.md", "Begin an archive of your own").replace(
                "cd ../bayegani", f"cd ../bayegani\ntouch {wheel}"
            ),
            shell_of("docs/publishing.md", "From there to a public site"),
        ]
    )
    made.git("init", "--quiet", "--bare", str(tmp_path / "theirs.git"), where=tmp_path)
    address = "https://github.com/YOUR-NAME/bayegani.git"
    made.git("config", "--global", f"url.{(tmp_path / 'theirs.git').as_uri()}.insteadOf", address)
    done = made.shell(script)
    assert done.returncode == 0, done.stdout + done.stderr
    assert made.installed == ["-m pip wheel --no-deps --wheel-dir ../bayegani ."]
    theirs = tmp_path / "theirs.git"
    assert made.git("show", "main:requirements.txt", where=theirs) == f"./{wheel}\n"
    names = made.git("ls-tree", "-r", "--name-only", "main", where=theirs).splitlines()
    assert {".github/workflows/pages.yml", "content/site.toml", wheel} <= set(names)
