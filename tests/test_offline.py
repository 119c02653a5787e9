"""The guard against the network: it refuses other machines and lets this one through."""

from __future__ import annotations

import socket
import urllib.request

import pytest

from tests.conftest import is_local


@pytest.mark.parametrize("host", ["localhost", "archive.localhost", "127.0.0.1", "127.8.9.1", "::1", b"::1", "", None])
def test_this_machine_is_local(host: str | bytes | None) -> None:
    assert is_local(host)


@pytest.mark.parametrize("host", ["example.org", "192.0.2.1", "2001:db8::1", "localhost.example.org", "fe80::1%eth0"])
def test_another_machine_is_not(host: str) -> None:
    assert not is_local(host)


def test_a_connection_to_another_machine_fails_the_test() -> None:
    with socket.socket() as client, pytest.raises(pytest.fail.Exception, match=r"192\.0\.2\.1"):
        client.connect(("192.0.2.1", 80))


def test_a_download_fails_the_test_although_the_code_expects_network_errors() -> None:
    with pytest.raises(pytest.fail.Exception, match=r"example\.org"):
        urllib.request.urlopen("http://example.org/")


def test_a_server_on_this_machine_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        connection, address = server.accept()
        with connection:
            assert address == client.getsockname()
