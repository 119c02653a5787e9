"""The archive as a static repository of the Open Archives Initiative: one file from which a gateway serves OAI-PMH.

Catalogues harvest from the gateway. Source: "Specification for an OAI Static Repository and an OAI Static Repository
Gateway", protocol version 2.0 (2002), document version of 23 April 2004. It asks for an address of the site and a
mail address; an archive without them has no such file.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urlsplit

from goftogu import urls
from goftogu.content.settings import SiteConfig
from goftogu.edition.material import Material
from goftogu.edition.site import Site
from goftogu.exports import dublin_core
from goftogu.exports.xml import clean, lines, node

_OAI: Final = "http://www.openarchives.org/OAI/2.0/"
_STATIC: Final = f"{_OAI}static-repository"
_UNKNOWN: Final = "1970-01-01"
"""The day of a record of which nobody knows when it changed last."""
_ROOT: Final = (
    f'<Repository xmlns="{_STATIC}" xmlns:oai="{_OAI}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    f'xsi:schemaLocation="{_STATIC} {_STATIC}.xsd">'
)


def email(config: SiteConfig) -> str:
    """Return the mail address of who keeps the archive: that of ``[oai]``, else that for corrections."""
    scheme, _, address = config.corrections.partition(":")
    return config.oai_email or (address.partition("?")[0] if scheme == "mailto" else "")


def is_possible(config: SiteConfig) -> bool:
    """Tell whether the archive knows what the form asks for."""
    return bool(config.url and email(config))


def frame(site: Site) -> tuple[bytes, bytes]:
    """Return what is before the first record of the archive and after the last one."""
    days = [outline.changed or outline.provenance.received or _UNKNOWN for outline in site.interviews]
    identify = {
        "repositoryName": site.config.title.en or site.config.title.fa,
        "baseURL": _base(site.config),
        "protocolVersion": "2.0",
        "adminEmail": email(site.config),
        "earliestDatestamp": min(days, default=_UNKNOWN),
        "deletedRecord": "no",
        "granularity": "YYYY-MM-DD",
    }
    form = {
        "metadataPrefix": "oai_dc",
        "schema": dublin_core.SCHEMA,
        "metadataNamespace": dublin_core.NAMESPACE,
    }
    described = lines("Identify", {}, *(node(f"oai:{name}", {}, text) for name, text in identify.items()))
    known = lines("oai:metadataFormat", {}, *(node(f"oai:{name}", {}, text) for name, text in form.items()))
    forms = lines("ListMetadataFormats", {}, known)
    head = ['<?xml version="1.0" encoding="UTF-8"?>', _ROOT, described, forms, '<ListRecords metadataPrefix="oai_dc">']
    return clean("\n".join([*head, ""])).encode(), b"</ListRecords>\n</Repository>\n"


def piece(material: Material) -> bytes:
    """Return the record of an interview."""
    interview = material.interview
    header = lines(
        "oai:header",
        {},
        node("oai:identifier", {}, _identifier(material)),
        node("oai:datestamp", {}, interview.changed or interview.provenance.received or _UNKNOWN),
    )
    found = lines("oai:record", {}, header, lines("oai:metadata", {}, dublin_core.record(material)))
    return f"{clean(found)}\n".encode()


def _identifier(material: Material) -> str:
    """Return an identifier of the scheme ``oai``: the host, then where the archive is on it, and the interview."""
    site = urlsplit(material.config.url)
    folder = site.path.strip("/")
    return f"oai:{site.hostname}:{quote('/'.join(filter(None, [folder, material.interview.id])))}"


def _base(config: SiteConfig) -> str:
    """Return where the gateway serves the archive; the file itself as long as there is no gateway."""
    own = urls.absolute(config.url, urls.archive_data("oai.xml"))
    return f"{config.oai_gateway}{own.partition('://')[2]}" if config.oai_gateway else own
