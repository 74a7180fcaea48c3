"""The process that draws: specifications come in over a pipe, pictures go out.

render.py starts this file on its own, without the rest of the project. The library holds the
interpreter's lock for as long as it draws, so no thread of the service could do this, and what it
takes, about 130 MB, stays out of the service too.
"""

import json
import sys
from multiprocessing.connection import Connection
from typing import Any, Final

import vl_convert

VEGA_LITE: Final = "6.4"
PNG_SCALE: Final = 2.0
"""Pixels of a PNG to one of the picture: sharp on a phone."""
DRAWN: Final = b"+"
FAILED: Final = b"-"


def draw(media_type: str, specification: dict[str, Any]) -> bytes:
    """The picture; the PNG is the SVG in pixels. Addresses are refused: all data is inline."""
    svg = vl_convert.vegalite_to_svg(specification, vl_version=VEGA_LITE, allowed_base_urls=[])
    if media_type == "image/svg+xml":
        return svg.encode()
    return vl_convert.svg_to_png(svg, scale=PNG_SCALE)


def answer(request: bytes) -> bytes:
    """A picture behind DRAWN, or behind FAILED the kind of the error."""
    try:
        return DRAWN + draw(*json.loads(request))
    except Exception as error:  # noqa: BLE001 - whatever it is, the next picture may go well
        return FAILED + type(error).__name__.encode()


def serve(connection: "Connection[bytes, bytes]") -> None:
    """Draw until the service hangs up, or is gone."""
    while True:
        try:
            request = connection.recv_bytes()
        except EOFError:
            return
        connection.send_bytes(answer(request))


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
