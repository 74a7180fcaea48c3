"""A picture as it is sent: drawn, named for those who cannot see it, or refused with the reason."""

from typing import Any, Final
from xml.sax.saxutils import escape

from app.api.charts import words
from app.api.charts.render import SVG, PictureType, renderer
from app.api.charts.series import ChartSeries, NotMade
from app.api.charts.spec import chart
from app.api.field_errors import FieldCode, FieldError, pointer_to
from app.api.problem_codes import ProblemCode
from app.api.problems import ProblemError

PICTURE_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox"
}
"""An SVG is a document: it may load nothing and run nothing."""

_FITTING: Final = ' role="img" style="max-width:100%;height:auto"'


def declare_pictures(*media_types: PictureType) -> dict[int | str, dict[str, Any]]:
    """The answer of a route in pictures, for `responses=`."""
    schema = {"type": "string", "format": "binary"}
    return {200: {"content": {media_type: {"schema": schema} for media_type in media_types}}}


async def picture_of(drawable: ChartSeries | NotMade, media_type: PictureType) -> bytes:
    """The bytes of the picture: the same for the same series, wherever it comes from.

    Raises ProblemError where no projection was made, or where nothing can be drawn in time.
    """
    if isinstance(drawable, NotMade):
        raise ProblemError(ProblemCode.PROJECTION_NOT_MADE, _why(drawable))
    content = await renderer().draw(chart(drawable), media_type)
    return _described(content, drawable) if media_type == SVG else content


def _why(not_made: NotMade) -> list[FieldError]:
    status = not_made.status.replace("_", "-")
    return [
        FieldError("", status, not_made.reason),
        *(
            FieldError(pointer_to(path.split(".")), FieldCode.MISSING, "would help to make one")
            for path in not_made.missing
        ),
    ]


def _described(svg: bytes, series: ChartSeries) -> bytes:
    opening, rest = svg.decode().split(">", 1)
    name, account = escape(words.TITLE), escape(words.description(series))
    return f"{opening}{_FITTING}><title>{name}</title><desc>{account}</desc>{rest}".encode()
