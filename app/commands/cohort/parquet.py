"""Parquet in and out, by pyarrow: it comes with the project's extra named "arrow"."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from app.commands.cohort.parts import ROWS_IN_PART, Part
from app.commands.cohort.row import COLUMNS, DOCUMENT, Kind, Row

_ARROW: Final[dict[Kind, pa.DataType]] = {
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    str: pa.string(),
    date: pa.date32(),
    list[str]: pa.list_(pa.string()),
}
_WHOLE: Final = 2**53
"""Up to here a float is the whole number that it shows."""
_ROWS_IN_GROUP: Final = 50 * ROWS_IN_PART


def rows_in(place: Path) -> int:
    """Raises ValueError where the file is no Parquet."""
    return int(pq.read_metadata(place).num_rows)


def parts_of(place: Path) -> Iterator[Part]:
    """The rows in their order, some at a time."""
    with pq.ParquetFile(place) as file:
        first_row = 1
        for number, batch in enumerate(file.iter_batches(ROWS_IN_PART)):
            yield Part(number, first_row, batch.num_rows, "parquet", _stream_of(batch))
            first_row += batch.num_rows


def _stream_of(batch: pa.RecordBatch) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as writer:
        writer.write_batch(batch)
    return bytes(sink.getvalue())


def cases_of(content: bytes) -> Iterator[dict[str, object]]:
    """Each row of a part as a case would stand in JSON.

    A column named `sermorelin.dose_mcg` is the field `dose_mcg` of the block `sermorelin`.
    """
    with pa.ipc.open_stream(content) as reader:
        table = reader.read_all()
    paths = [name.split(".") for name in table.column_names]
    for values in zip(*(column.to_pylist() for column in table.columns), strict=True):
        case: dict[str, Any] = {}
        for path, value in zip(paths, values, strict=True):
            if value is not None:
                _place(case, path, _plain(value))
        yield case


def _place(case: dict[str, Any], path: Sequence[str], value: object) -> None:
    block = case
    for name in path[:-1]:
        inner = block.setdefault(name, {})
        if not isinstance(inner, dict):
            break
        block = inner
    block[path[-1]] = value


def _plain(value: object) -> object:
    """As JSON has it: days and clock times as text, whole numbers without a fraction.

    A column of whole numbers with gaps comes out of many tools as one of floats.
    """
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, float | Decimal):
        number = float(value)
        return int(number) if number.is_integer() and abs(number) < _WHOLE else number
    return value if value is None or isinstance(value, bool | int | str) else _text(value)


def _text(value: object) -> str:
    match value:
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case time() if value.second == value.microsecond == 0:
            return value.isoformat("minutes")
        case _:
            return str(value)


def write_rows(place: Path, rows: Iterable[Row], *, documents: bool) -> int:
    """A row for each; how many there are."""
    table = pa.Table.from_pylist(list(rows), _schema(documents=documents))
    beside = place.with_name(f"{place.name}.part")
    pq.write_table(table, beside)
    beside.replace(place)
    return int(table.num_rows)


def join(places: Iterable[Path], into: Path, *, documents: bool) -> None:
    """All parts in one file."""
    with pq.ParquetWriter(into, _schema(documents=documents)) as writer:
        waiting: list[pa.Table] = []
        for place in places:
            waiting.append(pq.read_table(place))
            if sum(map(len, waiting)) >= _ROWS_IN_GROUP:
                writer.write_table(pa.concat_tables(waiting))
                waiting.clear()
        if waiting:
            writer.write_table(pa.concat_tables(waiting))


def _schema(*, documents: bool) -> pa.Schema:
    fields = [pa.field(name, _ARROW[kind]) for name, kind in COLUMNS.items()]
    return pa.schema([*fields, pa.field(DOCUMENT, pa.string())] if documents else fields)
