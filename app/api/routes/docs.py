"""The documentation page: Swagger UI out of an installed package, with no outside host."""

import asyncio
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from app.api.json_answer import JSON
from app.api.openapi import render
from app.api.strict_route import StrictRoute

router = APIRouter(route_class=StrictRoute, include_in_schema=False)

_PACKAGE: Final = "fastapi_offline"  # its files are read, its code is never run
_MEDIA_TYPES: Final = {
    "swagger-ui-bundle.js": "text/javascript",
    "swagger-ui.css": "text/css",
    "favicon.png": "image/png",
}
_KEPT_FOR_A_DAY: Final = {"Cache-Control": "public, max-age=86400"}
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; "  # Swagger UI draws its signs from data: addresses
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

_PAGE: Final = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>leankeep API</title>
<link rel="icon" type="image/png" href="docs/static/favicon.png">
<link rel="stylesheet" href="docs/static/swagger-ui.css">
</head>
<body>
<noscript>This page needs JavaScript; the document itself is openapi.json.</noscript>
<main id="swagger-ui"></main>
<script src="docs/static/swagger-ui-bundle.js"></script>
<script src="docs/init.js"></script>
</body>
</html>
"""

_SCRIPT: Final = """\
window.ui = SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  displayRequestDuration: true,
  requestSnippetsEnabled: true,
  tryItOutEnabled: true,
  validatorUrl: null,
});
"""


def _static_folder() -> Path:
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError(f"{_PACKAGE} is not installed")
    return Path(spec.submodule_search_locations[0]) / "static"


@router.get("/docs")
async def get_page() -> HTMLResponse:
    return HTMLResponse(_PAGE, headers={"Content-Security-Policy": _POLICY})


@router.get("/docs/init.js")
async def get_script() -> Response:
    return Response(_SCRIPT, media_type="text/javascript")


@router.get("/docs/static/{name}")
async def get_static(name: str) -> Response:
    if name not in _MEDIA_TYPES:
        raise HTTPException(404)
    content = await asyncio.to_thread((_static_folder() / name).read_bytes)
    return Response(content, headers=_KEPT_FOR_A_DAY, media_type=_MEDIA_TYPES[name])


@router.get("/openapi.json")
async def get_openapi(request: Request) -> Response:
    return Response(render(request.app.openapi()), media_type=JSON)
