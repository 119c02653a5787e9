"""Texts that try to become markup, script or style, and a project that has one of them in every field.

Every text that could run calls ``alert``; every template expression would show 1337.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from goftogu.build import pipeline
from goftogu.build.project import Project
from goftogu.build.read import Body
from goftogu.build.workers import Workers
from goftogu.model import Interview
from goftogu.problems import Severity
from goftogu.storage import values
from goftogu.storage.cache import Cache
from goftogu.storage.fingerprints import Fingerprints
from goftogu.transcripts import blocks, labels
from goftogu.translation.memory.memory import Memory, Unit
from tests import sites
from tests.archives import Archive

SCRIPTS: Final = (
    "<script>alert(1)</script>",
    "<SCRIPT>alert(1)</SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script src=data:text/javascript,alert(1)></script>",
    "<script\n>alert(1)</script\n>",
    "<script/x>alert(1)</script>",
    "<<script>alert(1)//<</script>",
    "<script>alert(1)",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</noscript><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script><![CDATA[",
    "<!--<script>alert(1)//-->",
    "<script type=module>alert(1)</script>",
    "<template><script>alert(1)</script></template><img src=x onerror=alert(1)>",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "</script ><svg onload=alert(1)>",
)
HANDLERS: Final = (
    "<img src=x onerror=alert(1)>",
    '<img src="x" onerror="alert(1)">',
    "<img/src=x/onerror=alert(1)>",
    "<img src=x onerror\n=\nalert(1)>",
    "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<select autofocus onfocus=alert(1)></select>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)></audio>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<div onmouseover=alert(1)>x</div>",
    "<a onclick=alert(1) href=#>x</a>",
    "<p style=animation-name:x onanimationstart=alert(1)>x</p>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<button formaction=javascript:alert(1) form=f>x</button>",
    "<base href=javascript:alert(1)//>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href=data:text/css,*{color:red}>",
    "<link rel=import href=data:text/html,<script>alert(1)</script>>",
    "<isindex action=javascript:alert(1) type=image>",
    "<keygen autofocus onfocus=alert(1)>",
    "<table background=javascript:alert(1)><td>x</td></table>",
)
ATTRIBUTES: Final = (
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    '" onfocus="alert(1)" autofocus="',
    '" style="position:fixed;inset:0" onclick="alert(1)',
    "` onmouseover=`alert(1)",
    "x onmouseover=alert(1) y",
    '"/><img src=x onerror=alert(1)>',
    "&quot; onmouseover=&quot;alert(1)",
    "&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
    "%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    '"-alert(1)-"',
    "';alert(1)//",
    "\\';alert(1)//",
    '\\"});alert(1)//',
    '"}</script><script>alert(1)</script>',
    "${alert(1)}",
)
ENTITIES: Final = (
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&#x3c;img src=x onerror=alert(1)&#x3e;",
    "&LT;script&GT;alert(1)&LT;/script&GT;",
    "&amp;lt;script&amp;gt;alert(1)",
    "&notanentity;<b>x</b>",
    "<x &Tab; onclick&equals;alert(1)>",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
    "\u2039script\u203aalert(1)",
)
STYLES: Final = (
    "<style>*{display:none}</style>",
    "<style>@import 'data:text/css,*{display:none}';</style>",
    "<p style=background:url(javascript:alert(1))>x</p>",
    "<div style=width:expression(alert(1))>x</div>",
    "<xss style=behavior:url(x.htc)>",
    "</style><style>body{display:none}</style>",
    "} * { display: none } /*",
    ";position:fixed;top:0",
)
DRAWINGS: Final = (
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    "<svg><set attributeName=href to=javascript:alert(1)></svg>",
    "<svg><use href=data:image/svg+xml,<svg/onload=alert(1)>></svg>",
    "<svg><foreignObject><iframe srcdoc=x></foreignObject></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    "<math href=javascript:alert(1)>x</math>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
)
TEMPLATES: Final = (
    "{{ 7 * 191 }}",
    "{{7*191}}",
    "{% print(7 * 191) %}",
    "{% include 'base.html.jinja' %}",
    "{% if %}",
    "{# x #}{{ 7 * 191 }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ self._TemplateReference__context.cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ config }}",
    "%(count)s %(x)d %s %n %",
    "{0} {x} {}",
    "${7*191} #{7*191} <%= 7*191 %>",
    "{{ '<script>alert(1)</script>'|safe }}",
    "{% raw %}<script>alert(1)</script>{% endraw %}",
)
LINKS: Final = (
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x]( javascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](&#x6a;avascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](vbscript:msgbox(1))",
    "[x](file:///etc/passwd)",
    "[x](//evil.example/)",
    "[x](\\\\evil.example\\x)",
    '[x](https://example.org/"onmouseover="alert(1))',
    "[x](https://example.org/ 'x\" onmouseover=\"alert(1)')",
    '[x](https://example.org/ "x" onclick="alert(1)")',
    "![x](javascript:alert(1))",
    '![x](x"onerror="alert(1))',
    "![<img src=x onerror=alert(1)>](x)",
    "[<img src=x onerror=alert(1)>](https://example.org/)",
    "[![x](x)](javascript:alert(1))",
    "[x](java\u200bscript:alert(1))",
    "[x](java\u00adscript:alert(1))",
    "[x](javascript%3Aalert(1))",
)
MARKDOWN: Final = (
    "<javascript:alert(1)>",
    '<https://example.org/"onclick="alert(1)>',
    "**<b onclick=alert(1)>x</b>**",
    "*<script>*alert(1)*</script>*",
    "`<script>alert(1)</script>`",
    "``<img src=x onerror=alert(1)>``",
    "_x_<svg onload=alert(1)>_x_",
    "\\<script>alert(1)\\</script>",
    "\\[x](javascript:alert(1))",
    "**x**<!-- --><script>alert(1)</script>",
    "x*y*<a href=javascript:alert(1)>x</a>",
    "wzxhzdk:0 *x* <b>",
    "\u0002klzzwxh:0000\u0003".replace("\u0002", "").replace("\u0003", "") + " *x* <i>",
    "*\u2067<img src=x onerror=alert(1)>\u2069*",
    "[\u2067x\u2069](javascript:alert(1))",
)
DIRECTIONS: Final = (
    "\u2067<script>alert(1)</script>\u2069",
    "\u2066\u2067<img src=x onerror=alert(1)>\u2069\u2069",
    "<scr\u200cipt>alert(1)</scr\u200cipt>",
    "<\u200fscript>alert(1)</script>",
    '\u202b" onmouseover="alert(1)\u202c',
    "\u061c<svg onload=alert(1)>",
)
CORPUS: Final[Sequence[str]] = (
    *SCRIPTS, *HANDLERS, *ATTRIBUTES, *ENTITIES, *STYLES, *DRAWINGS, *TEMPLATES, *LINKS, *MARKDOWN, *DIRECTIONS,
)  # fmt: skip

_NOT_IN_ADDRESS: Final = re.compile(r"[\s<>\"\\^`{|}]")
_ATTRIBUTE_END: Final = re.compile(r"\{:[^{}\n]*\}[ \t]*$")


def name(number: int) -> str:
    """Return the id of the interview, topic and person that have a text of the corpus."""
    return f"x{number:03d}"


def write(root: Path) -> Path:
    """Make a project with an interview, a topic and a person for each text, in every field that takes any text."""
    sites.make(root)
    content = root / "content"
    (content / "interviews/river.md").unlink()
    (content / "topics.toml").write_text("".join(map(_topic, range(len(CORPUS)), CORPUS)), encoding="utf-8")
    (content / "people.toml").write_text("".join(map(_person, range(len(CORPUS)), CORPUS)), encoding="utf-8")
    (content / "glossary.toml").write_text(_glossary(), encoding="utf-8")
    (content / "pages").mkdir()
    for number, text in enumerate(CORPUS):
        (content / f"interviews/{name(number)}.md").write_text(_transcript(number, text), encoding="utf-8")
    for language in ("fa", "en"):
        page = "# About\n\n" + "".join(map(_section, CORPUS))
        (content / f"pages/about.{language}.md").write_text(page, encoding="utf-8")
    return root


def read(root: Path) -> Archive:
    """Read such a project with English for every paragraph: the text of the interview's number."""
    _translate(root, _project(root).interviews)
    return _project(root)


def _translate(root: Path, interviews: Iterable[Interview]) -> None:
    for interview in interviews:
        number = int(interview.id[1:])
        text = CORPUS[number]
        memory = Memory(interview.id)
        units = [Unit(unit.id, unit.reading) for unit in interview.units()]
        memory.merge(units)
        for unit in units:
            memory.record(unit, text, f"argos {_line(text)}" if number % 2 else f"draft: {_line(text)}", flags=[text])
            if unit.id.endswith(".2"):
                memory.approve(unit, _line(text))
        memory.save(root / f"content/translations/en/{interview.id}.po")


def _project(root: Path) -> Archive:
    """Read a project as a build does it."""
    with Cache(root / pipeline.CACHE) as cache, Workers(1) as workers:
        project = Project(root, cache, Fingerprints(cache, root), workers, url="")
        errors = [problem for problem in project.problems if problem.severity is Severity.ERROR]
        assert {problem.code for problem in errors} == {"L005"}
        assert len(project.summaries) == len(CORPUS)
        bodies = [values.decode(project.reader.body(held.id), Body) for held in project.summaries]
    found = [body for body in bodies if body is not None]
    english = {body.interview.id: body.english for body in found}
    return Archive.indexed(project.site, [body.interview for body in found], english)


def _section(text: str) -> str:
    """Return one text in every block of a free page; a picture is no text."""
    text = text.replace("![", "\\![")
    line = _line(text)
    blocks_ = (
        text,
        f"## {line}",
        f"- {line}",
        f"> {line}",
        f"    {line}",
        f"| {line} | x |\n|---|---|\n| {line} | x |",
    )
    return "".join(f"{block}\n\n" for block in blocks_)


def _line(text: str) -> str:
    return " ".join(text.split())


def _quoted(text: str) -> str:
    """Quote for YAML and TOML."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _label(number: int, text: str) -> str:
    label = re.sub(r"^!+|[:：\\\s]+", " ", text)[: labels.LONGEST - 5].strip(" *_")
    return f"{label} {number}" if label else f"گوینده {number}"


def _transcript(number: int, text: str) -> str:
    quoted, label, body = _quoted(_line(text).replace("![", "\\![")), _label(number, text), _paragraph(number, text)
    head = {
        "title": quoted,
        "speakers": f"{{پرسشگر: {{role: interviewer, organisation: {name(number)}}}, "
        f"{_quoted(label)}: {{role: interviewee, person: {name(number)}, description: {quoted}}}}}",
        "source": f"{{name: {quoted}, notes: [{quoted}]}}",
    }
    parts = [
        "---",
        *(f"{key}: {value}" for key, value in head.items()),
        "---",
        f"{body}\n{{: #p1 .lede }}\n",
        f"{body}\n{{: #p2 }}\n",
        f"{body}\n{{: #p3 .note }}\n",
        f"## بخش {_line(body)}\n{{: #s1 }}\n",
        f"پرسشگر: {body}\n{{: #t1 }}\n",
        f"{label}: {body}\n{{: #t2 }}\n",
        f"{body}\n",
    ]
    return "\n".join(parts)


def _paragraph(number: int, text: str) -> str:
    """Return a paragraph of a transcript with a trigger of a topic, of which no line is a mark or a label."""
    shown = _ATTRIBUTE_END.sub("", text).replace("![", "\\![")
    return blocks.escape(labels.escape(f"نشان{number:03d} {shown}"))


def _topic(number: int, text: str) -> str:
    text = _line(text)
    fa, en = _quoted(f"{text} {number}"), _quoted(f"{number} {text}")
    both = f"{{fa = {_quoted(text)}, en = {_quoted(text)}}}"
    alt = f"{{fa = [{_quoted(f'{text} دیگر {number}')}], en = [{_quoted(f'{text} other {number}')}]}}"
    exact = _NOT_IN_ADDRESS.sub("", text)
    fields = {"fa": fa, "en": en, "alt": alt, "scope": both, "exact": f"[{_quoted(f'https://example.org/{exact}')}]"}
    fields["triggers"] = f'["نشان{number:03d}", {_quoted(f"{text} x")}]'
    return _table(name(number), fields)


def _person(number: int, text: str) -> str:
    text = _line(text)
    both = f"{{fa = {_quoted(f'{text} {number}')}, en = {_quoted(f'{number} {text}')}}}"
    fields = {
        "name": both,
        "sort": both,
        "aliases": f"{{fa = [{_quoted(f'{text} آ {number}')}], en = [{_quoted(f'{text} a {number}')}]}}",
        "description": both,
        "ids": f"{{wikidata = {_quoted(text)}}}",
        "public": "true",
    }
    return _table(name(number), fields)


def _glossary() -> str:
    return "".join(
        f"{_quoted(f'{_line(text)} {number}')} = [{_quoted(f'{_line(text)} x')}]\n"
        for number, text in enumerate(CORPUS)
    )


def _table(key: str, fields: Mapping[str, str]) -> str:
    return f"[{key}]\n" + "".join(f"{field} = {value}\n" for field, value in fields.items()) + "\n"


def settings() -> Iterator[str]:
    """Yield a ``site.toml`` for each text, with the text in every field that takes it."""
    for text in CORPUS:
        tables = {
            field: {"fa": _quoted(text), "en": _quoted(text)} for field in ("title", "description", "editor", "rights")
        }
        address = re.sub(r"[\s?#@]", "", text)
        head = f"url = {_quoted(f'https://example.org/{address}/')}\nlicence = {_quoted(f'https://example.org/{address}')}\n"
        mail = f"corrections = {_quoted(f'mailto:{address}@example.org')}\n"
        yield head + mail + "".join(_table(key, fields) for key, fields in tables.items())
