from __future__ import annotations

import pytest

from goftogu.transcripts.formats.ohms import is_ohms

NAMESPACE = b'<?xml version="1.0"?>\n<ROOT xmlns="https://www.weareavp.com/nunncenter/ohms">\n<x/></ROOT>'


@pytest.mark.parametrize(
    "data",
    [
        NAMESPACE,
        b'<?xml version="1.0"?>\n<ROOT>\n<record id="1"></record></ROOT>',
        b" " * 1900 + b"<ROOT>" + b" " * 1900 + b"<record>",
        b"<record/>nunncenter/ohms",
    ],
)
def test_xml_of_ohms_is_told_by_its_namespace_or_its_elements(data: bytes) -> None:
    assert is_ohms(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<TEI><text/></TEI>",
        b"<ROOT><other/></ROOT>",
        b"<html><record/></html>",
        b" " * 2000 + NAMESPACE,
        b"<ROOT>" + b" " * 4000 + b"<record>",
        b"<root><RECORD/></root>",
    ],
)
def test_other_xml_is_not(data: bytes) -> None:
    assert not is_ohms(data)
