"""Files that are ZIP archives: opened only when nothing in them can do harm."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from goftogu.locale.message import Message
from goftogu.transcripts.formats.document import Refused

_LARGEST: Final = 100_000_000
"""Bytes of all that an archive holds; a text of a thousand pages has two million."""

_LARGEST_TEXT: Final = 40_000_000
"""Bytes of one file of an archive that is read."""

_MOST: Final = 5000
_AGAIN: Final = Message("open it in a word processor, save it as a new .docx and import that")
_ENCRYPTED: Final = 1


class PackedFile:
    """An open ZIP archive.

    Raises:
        Refused: It is damaged, locked, has macros, or unpacks to more than any real one.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise Refused(Message("the file is damaged: {error}", error=error), _AGAIN) from None
        items = self._zip.infolist()
        self.names = {item.filename for item in items}
        if len(items) > _MOST or sum(item.file_size for item in items) > _LARGEST:
            raise Refused(
                Message("the file unpacks to more than any real text"),
                Message("see where it comes from, and do not open it"),
            )
        if any(item.flag_bits & _ENCRYPTED for item in items):
            raise Refused(Message("the file is locked with a password"), Message("save it without a password"))
        if any(name.lower().endswith("vbaproject.bin") or name.startswith("Basic/") for name in self.names):
            raise Refused(Message("the file holds macros"), Message("save it without macros, as .docx or .odt"))

    def read(self, name: str) -> bytes:
        """Return a file of the archive.

        Raises:
            Refused: It is not there, damaged, or larger than it says.
        """
        try:
            with self._zip.open(name) as file:
                data = file.read(_LARGEST_TEXT + 1)
        except KeyError:
            raise Refused(Message("the file is damaged: it has no {name}", name=name), _AGAIN) from None
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ) as error:
            raise Refused(Message("the file is damaged: {error}", error=error), _AGAIN) from None
        if len(data) > _LARGEST_TEXT:
            raise Refused(Message("the text is larger than any real one"), Message("part the file"))
        return data
