from __future__ import annotations

import pytest

from goftogu.content import site_address


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/a", "https://example.org/a/"),
        ("https://example.org/v1.0", "https://example.org/v1.0/"),
        ("https://example.org/آرشیو/", "https://example.org/آرشیو/"),
        ("https://مثال.ایران/a/", "https://xn--mgbh0fb.xn--mgba3a4f16a/a/"),
        ("http://localhost:8000/", "http://localhost:8000/"),
        ("https://example.org:65535", "https://example.org:65535/"),
        ("https://example.org:1", "https://example.org:1/"),
        ("https://example.org.", "https://example.org./"),
    ],
)
def test_an_address_and_how_programs_write_it(given: str, written: str) -> None:
    assert site_address.fault(given) == ""
    assert site_address.written(given) == written
    assert site_address.written(written) == written


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("example.org", "begin with https://"),
        ("https://a b.org", "begin with https://"),
        ("https://example.org/?a", "begin with https://"),
        ("https://example.org/\u202e", "cannot be seen"),
        ("https://example.org:0", "no port 0"),
        ("https://example.org:65536/", "no port 65536"),
        ("https://گفت\u200cوگو.ایران/", "half-space"),
        ("https://-example.org/", "not the name of a computer"),
        ("https://example..org/", "not the name of a computer"),
        (f"https://{'a' * 64}.org/", "not the name of a computer"),
        (f"https://{'آ' * 64}.org/", "not the name of a computer"),
        ("https://example.org/index.html", "address of a page"),
        ("https://example.org/a/Index.HTM/", "address of a page"),
        ("https://example.org//a", "empty step"),
        ("https://example.org/a/../b", "empty step"),
    ],
)
def test_what_no_site_can_have(given: str, reason: str) -> None:
    assert reason in site_address.fault(given)


def test_an_empty_address_stays_one() -> None:
    assert site_address.written("") == ""
