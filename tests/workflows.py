"""Runs the steps of a workflow as its host would: in a clone of a repository, with a live site, and offline.

What a host brings is replaced by small scripts: ``gh`` tells the address of the site, ``goftogu`` is the program of
this checkout, and ``python -m pip`` only notes what it was to install. Pushes to the host go to a bare repository.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from goftogu.checks import permalinks
from goftogu.commands.skeleton import Host, NewArchive, files
from goftogu.transcripts.archive import CACHE
from tests import sites
from tests.serving import Answer

PACKAGE: Final = sites.ROOT / "tests/fixtures/package/translate-fa_en-0_1.argosmodel"
PLACE: Final = "example/archive"
GITHUB: Final = f"https://x-access-token:token@github.com/{PLACE}.git"
GITLAB: Final = f"https://gitlab-ci-token:token@gitlab.example.org/{PLACE}.git"

_CACHED: Final = (".cache", ".packages")
"""What the host keeps between runs."""

_GOFTOGU: Final = """\
#!/bin/bash
if [ "$*" = "package install" ]; then echo "$@" >> "$LOG"; set -- package install "$PACKAGE"; fi
exec "$PYTHON" -m goftogu "$@"
"""
_PYTHON: Final = """\
#!/bin/bash
if [ "$1 $2" = "-m pip" ]; then echo "$@" >> "$LOG"; exit; fi
if [ "$*" = "build.py package install" ]; then set -- build.py package install "$PACKAGE"; fi
exec "$PYTHON" "$@"
"""
_GH: Final = """\
#!/bin/bash
echo "$ADDRESS"
test -n "$ADDRESS"
"""


class Step(NamedTuple):
    """A step that is a script.

    Attributes:
        script: For bash.
        wanted: The condition under which it runs, or empty.
    """

    script: str
    wanted: str


def of_github(text: str, job: str = "build") -> Iterator[Step]:
    """Yield the scripts of a job of a workflow."""
    for step in yaml.safe_load(text)["jobs"][job]["steps"]:
        if "run" in step:
            yield Step(step["run"], step.get("if", ""))


def of_gitlab(text: str) -> Iterator[Step]:
    """Yield the one script that GitLab makes of the lines of the job ``pages``."""
    pages: dict[str, Any] = yaml.safe_load(text)["pages"]
    yield Step("\n".join(pages["script"]), "")


@dataclass
class Repository:
    """A clone whose workflow is run, and the remote that it came from.

    Attributes:
        root: The clone.
        remote: A bare repository.
        steps: Those of the workflow.
        answers: What the live site says; see :func:`tests.serving.serving`.
        address: Of the live site; empty when Pages is off.
        translating: Whether the variable ``TRANSLATE`` is ``yes``.
        variables: Others of the environment.
    """

    root: Path
    remote: Path
    steps: tuple[Step, ...]
    answers: dict[str, Answer] = field(default_factory=dict)
    address: str = ""
    translating: bool = False
    variables: dict[str, str] = field(default_factory=dict)

    def git(self, *words: str, where: Path | None = None) -> str:
        """Call git, and return what it prints."""
        environment = {**os.environ, **self._environment()}
        done = subprocess.run(
            ["git", *words], cwd=where or self.root, env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    def upload(self, path: str, data: bytes) -> None:
        """Commit and push a file, as a person does in a browser."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(data)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Upload")
        self.git("push", "--quiet", str(self.remote), "HEAD:main")

    def run(self) -> subprocess.CompletedProcess[str]:
        """Run the steps, one after the other, in a fresh clone, until one fails."""
        kept = self.remote.parent / "kept"
        for name in _CACHED:
            if (self.root / name).is_dir():
                (self.root / name).rename(kept / name)
        shutil.rmtree(self.root)
        self.git("clone", "--quiet", "--depth", "1", self.remote.as_uri(), str(self.root), where=self.remote)
        for folder in kept.iterdir():
            folder.rename(self.root / folder.name)
        done = subprocess.CompletedProcess[str]([], 0, "", "")
        for step in self.steps:
            if step.wanted and not self.translating:
                continue
            this = self.shell(step.script)
            said = done.stdout + this.stdout, done.stderr + this.stderr
            done = subprocess.CompletedProcess(this.args, this.returncode, *said)
            if this.returncode:
                break
        return done

    def shell(self, script: str) -> subprocess.CompletedProcess[str]:
        """Run a script in the clone, as GitHub runs one."""
        line = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        environment = {**os.environ, **self._environment()}
        return subprocess.run(line, cwd=self.root, env=environment, capture_output=True, encoding="utf-8", check=False)

    def held(self, path: str) -> str:
        """Return a file of the remote."""
        return self.git("show", f"main:{path}", where=self.remote)

    def commits(self) -> list[str]:
        """Return the subjects of all commits of the remote, the newest first."""
        return self.git("log", "--format=%s", "main", where=self.remote).splitlines()

    def publish(self) -> None:
        """Let the site that was built be the live one."""
        folder = self.root / ("public" if (self.root / "public").is_dir() else "output")
        self.answers[f"archive/{permalinks.IDS}"] = (200, (folder / permalinks.IDS).read_bytes())

    @property
    def installed(self) -> list[str]:
        """What was installed: by pip, and the translation package."""
        log = self.remote.parent / "log"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

    def _environment(self) -> Mapping[str, str]:
        scratch = self.remote.parent
        return {
            "PATH": f"{scratch / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(sites.ROOT),
            "PYTHON": sys.executable,
            "HOME": str(scratch),
            "GIT_CONFIG_GLOBAL": str(scratch / "gitconfig"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "LOG": str(scratch / "log"),
            "PACKAGE": str(PACKAGE),
            "ARGOS_PACKAGES_DIR": str(scratch / "none"),
            "ADDRESS": self.address,
            "TOKEN": "token",
            "GITHUB_REPOSITORY": PLACE,
            "GITHUB_REF_NAME": "main",
            "CI_COMMIT_BRANCH": "main",
            "CI_JOB_TOKEN": "token",
            "CI_PAGES_URL": self.address,
            "CI_PROJECT_PATH": PLACE,
            "CI_SERVER_HOST": "gitlab.example.org",
            "TRANSLATE": "yes" if self.translating else "",
            **self.variables,
        }


def make(kind: str, folder: Path) -> Repository:
    """Make a repository with one interview.

    Args:
        kind: ``github`` or ``gitlab`` for an archive from ``init``, ``clone`` for one in a clone of this repository.
        folder: An empty folder.
    """
    _lay_archive(kind, folder / "work")
    return _hosted(kind, folder)


def of_archive(archive: Path, folder: Path) -> Repository:
    """Make a repository on GitHub of an archive that ``init`` has made, without what git ignores.

    Args:
        archive: Its folder.
        folder: An empty folder.
    """
    shutil.copytree(archive, folder / "work", ignore=shutil.ignore_patterns(CACHE, "output", ".packages"))
    return _hosted("github", folder)


def _hosted(kind: str, folder: Path) -> Repository:
    root, remote = folder / "work", folder / "remote.git"
    text = (root / _WORKFLOWS[kind]).read_text(encoding="utf-8")
    made = Repository(root, remote, tuple(of_gitlab(text) if kind == "gitlab" else of_github(text)))
    (folder / "bin").mkdir()
    (folder / "kept").mkdir()
    sites.compiled(folder / "kept" / ".cache")
    for name, script in (("goftogu", _GOFTOGU), ("python", _PYTHON), ("gh", _GH)):
        (folder / "bin" / name).write_text(script, encoding="utf-8")
        (folder / "bin" / name).chmod(0o755)
    config = f'[user]\nname = A\nemail = a@example.org\n[url "{remote.as_uri()}"]\n'
    addresses = "".join(f"insteadOf = {address}\n" for address in (GITHUB, GITLAB))
    settings = "[receive]\nadvertisePushOptions = true\n[init]\ndefaultBranch = main\n"
    (folder / "gitconfig").write_text(config + addresses + settings, encoding="utf-8")
    made.git("init", "--quiet", "--bare", str(remote), where=folder)
    made.git("init", "--quiet")
    made.upload("content/interviews/.gitkeep", b"")
    return made


_WORKFLOWS: Final = {
    "github": ".github/workflows/pages.yml",
    "gitlab": ".gitlab-ci.yml",
    "clone": ".github/workflows/pages.yml",
}


def _lay_archive(kind: str, root: Path) -> None:
    if kind == "clone":
        sites.make(root)
        shutil.rmtree(root / CACHE)
        shutil.copy(sites.ROOT / "build.py", root)
        shutil.copytree(sites.ROOT / ".github", root / ".github")
        shutil.copy(sites.ROOT / ".gitignore", root)
        return
    for path, data in files(NewArchive(host=Host(kind))).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    for path in ("interviews/river.md", "people.toml"):
        shutil.copy(sites.SITES / "base/content" / path, root / "content" / path)
