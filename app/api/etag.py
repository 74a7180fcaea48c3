"""Strong entity tags over the very bytes of an answer."""

from hashlib import sha256

from fastapi import Request, Response

from app.api.json_answer import JSON


def tagged(request: Request, content: bytes, media_type: str = JSON) -> Response:
    """The content with its strong ETag, or 304 where the caller has it already (RFC 9110)."""
    tag = f'"{sha256(content).hexdigest()}"'
    asked = ",".join(request.headers.getlist("if-none-match"))  # lines of a list are one list
    if _matches(asked, tag):
        return Response(status_code=304, headers={"ETag": tag})
    return Response(content, media_type=media_type, headers={"ETag": tag})


def _matches(asked: str, tag: str) -> bool:
    # If-None-Match compares weakly: a W/ prefix does not matter (RFC 9110, 13.1.2).
    tags = (one.strip().removeprefix("W/") for one in asked.split(","))
    return any(one in {"*", tag} for one in tags)
