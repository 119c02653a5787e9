"""A browser reads the same rules in a style sheet and in what is sent of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from goftogu.edition.minify import css
from tests.archives import TEMPLATES
from tests.browsing import MARKS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = MARKS
RULES = """sheet => {
    const style = document.createElement("style");
    style.textContent = sheet;
    document.head.append(style);
    return [...style.sheet.cssRules].map(rule => rule.cssText);
}"""
OWN = (TEMPLATES / "static/site.css").read_text(encoding="utf-8")
ODD = r"""
a/* none */.b, a /* some */ .b, .c\26  d, .e\;\ f > g { color : red ; content : " ;  /* text */ { " ; ; }
a:not( :hover , .b ) { --empty: ; --one : a  b; width : calc( 1px + (2rem - 3%) ) !important ; }
@media ( width >= 60rem ) and ( hover : none ) { a { background : url( data:x,y;z ) , url( "a  b" ) } }
@supports not selector( :has( * ) ) { a { & b { margin : 0  auto ; } & > c { color : blue ; } } }
"""


def plain(rule: str) -> str:
    """Return a rule without the blanks that a browser keeps in custom properties."""
    return " ".join(rule.replace(", ", ",").split())


@pytest.mark.parametrize("sheet", [OWN, ODD], ids=["own", "odd"])
def test_the_rules_are_the_same(browser: Browser, sheet: str) -> None:
    page = browser.new_page()
    whole, slim = page.evaluate(RULES, sheet), page.evaluate(RULES, css(sheet))
    page.close()
    assert len(css(sheet)) < len(sheet)
    assert len(whole) >= 4
    assert [plain(rule) for rule in slim] == [plain(rule) for rule in whole]
