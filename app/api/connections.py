"""The server's side of a connection: slow senders are cut off, and broken HTTP is answered."""

import asyncio
import json
from typing import Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from app.api import problems, request_id
from app.api.dependencies import make_id
from app.api.problem_codes import ProblemCode

WHOLE_REQUEST_WITHIN_SECONDS: Final = 10.0
"""From the first byte to the last, and from the connection to the first request's end.

uvicorn alone waits for ever. 256 KiB in this time ask for 26 KB/s.
"""


class BoundedHttpProtocol(HttpToolsProtocol):
    """uvicorn's own protocol with a deadline for the request."""

    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the clock: a connection that never says anything is cut off too."""
        super().connection_made(transport)
        self._start_clock()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_clock()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._start_clock()

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._stop_clock()

    def _start_clock(self) -> None:
        if self._deadline is None:
            self._deadline = self.loop.call_later(
                WHOLE_REQUEST_WITHIN_SECONDS, self.transport.abort
            )

    def _stop_clock(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP with a problem, as everything else."""
        del msg  # our problem has its own words
        request = make_id()
        content = json.dumps(problems.document(ProblemCode.BAD_REQUEST, request)).encode()
        head = (
            "HTTP/1.1 400 Bad Request\r\n"
            f"content-type: {problems.MEDIA_TYPE}\r\n"
            f"content-length: {len(content)}\r\n"
            f"{request_id.HEADER.lower()}: {request}\r\n"
            "x-content-type-options: nosniff\r\ncache-control: no-store\r\n"
            "connection: close\r\n\r\n"
        )
        self.transport.write(head.encode() + content)
        self.transport.close()
