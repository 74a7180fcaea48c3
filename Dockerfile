ARG BASE=python:3.13-slim

FROM ${BASE} AS packages
WORKDIR /packages
COPY requirements.lock ./
RUN python -m venv /venv \
    && /venv/bin/python -m pip install --no-cache-dir --require-hashes -r requirements.lock

FROM ${BASE}
RUN useradd --system --uid 10001 --home-dir /srv/leankeep --shell /usr/sbin/nologin leankeep \
    && install -d -o leankeep -g leankeep /data
WORKDIR /srv/leankeep
COPY --from=packages /venv /venv
COPY alembic.ini ./
COPY alembic alembic
COPY openapi openapi
COPY app app
# Beyond loopback every caller needs a key: `python -m app.cli keys create` inside makes one.
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    LEANKEEP_HOST=0.0.0.0 \
    LEANKEEP_PORT=8000 \
    LEANKEEP_ACCESS=keys \
    LEANKEEP_DATABASE_URL=sqlite:////data/leankeep.db
USER 10001
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"LEANKEEP_PORT\"]}/livez', timeout=2)"]
CMD ["python", "-m", "app.cli", "serve"]
