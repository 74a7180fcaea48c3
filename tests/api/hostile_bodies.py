"""Bodies that mean harm, each with the place and the code of its refusal."""

from typing import Final

from app.api.strict_json import DEEPEST

LABS: Final = '{"labs": [{"analyte": "igf1", "unit": "ng/mL", "collected_on": "2026-05-01", %s}]}'


def body(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


MALFORMED: Final[dict[str, tuple[bytes, str, str]]] = {
    "nothing": (b"", "", "empty-body"),
    "spaces": (b" \n\t", "", "not-json"),
    "half an object": (b'{"patient"', "", "not-json"),
    "a comma at the end": (b'{"patient": null,}', "", "not-json"),
    "two values": (b"{} {}", "", "not-json"),
    "single quotes": (b"{'patient': null}", "", "not-json"),
    "a comment": (b"{/* */}", "", "not-json"),
    "a bare word": (b"patient", "", "not-json"),
    "a leading zero": (b'{"a": 012}', "", "not-json"),
    "a leading plus": (b'{"a": +1}', "", "not-json"),
    "a hexadecimal number": (b'{"a": 0x10}', "", "not-json"),
    "an unknown escape": (b'{"a": "\\x41"}', "", "not-json"),
    "half an escape": (b'{"a": "\\ud8"}', "", "not-json"),
    "a raw newline in a string": (b'{"a": "b\nc"}', "", "not-json"),
    "a raw NUL in a string": (b'{"a": "b\0c"}', "", "not-json"),
    "a raw NUL at the end": (b"{}\0", "", "not-json"),
    "NaN": (b'{"patient": {"weight_kg": NaN}}', "", "not-a-number"),
    "Infinity": (b'{"patient": {"weight_kg": Infinity}}', "", "not-a-number"),
    "minus Infinity": (b'{"patient": {"weight_kg": -Infinity}}', "", "not-a-number"),
    "5000 digits": (b'{"patient": {"age_years": ' + b"9" * 5000 + b"}}", "", "number-too-long"),
    "a name twice": (
        b'{"patient": {"sex": "male", "sex": "female"}}',
        "/patient/sex",
        "duplicate-key",
    ),
    "a name twice, once escaped": (
        b'{"patient": null, "\\u0070atient": {}}',
        "/patient",
        "duplicate-key",
    ),
    "a name twice within a list": (
        b'{"labs": [{}, {"value": 1, "value": 1}]}',
        "/labs/1/value",
        "duplicate-key",
    ),
    "a name thrice": (b'{"a": 1, "a": 2, "a": 3}', "/a", "duplicate-key"),
    "a name twice, then no JSON": (b'{"a": 1, "a": 2}}', "", "not-json"),
    "a name twice, then NaN": (b'[{"a": 1, "a": 2}, NaN]', "", "not-a-number"),
    "a name twice, then 5000 digits": (
        b'[{"a": 1, "a": 2}, ' + b"9" * 5000 + b"]",
        "",
        "number-too-long",
    ),
    "a name twice, then 100000 lists": (
        b'[{"a": 1, "a": 2}, ' + b"[" * 100_000 + b"]" * 100_001,
        "",
        "too-deep",
    ),
    "a name twice in 900 objects": (
        b'{"a":' * 900 + b'{"b": 1, "b": 2}' + b"}" * 900,
        "/a" * DEEPEST,
        "duplicate-key",
    ),
    "a surrogate alone": (b'{"patient_ref": "\\ud800"}', "/patient_ref", "lone-surrogate"),
    "a low surrogate alone": (b'{"patient_ref": "\\udc00"}', "/patient_ref", "lone-surrogate"),
    "surrogates swapped": (
        b'{"patient_ref": "\\udc00\\ud800"}',
        "/patient_ref",
        "lone-surrogate",
    ),
    "a surrogate alone in a name": (b'{"a\\ud800": 1}', "/a\ufffd", "lone-surrogate"),
    "NUL": (b'{"patient_ref": "a\\u0000b"}', "/patient_ref", "nul-character"),
    "NUL in a name": (b'{"a\\u0000b": 1}', "/a\ufffdb", "nul-character"),
    "NUL in a deep name": (
        b'{"labs": [{"x\\u0000": 1}]}',
        "/labs/0/x\ufffd",
        "nul-character",
    ),
    "a byte that is not UTF-8": (b'{"patient_ref": "\xff"}', "", "not-utf-8"),
    "an overlong encoding": (b'{"patient_ref": "\xc0\x80"}', "", "not-utf-8"),
    "a surrogate as bytes": (body('{"patient_ref": "\ud800"}'), "", "not-utf-8"),
    "half a character": (b'{"patient_ref": "\xc3', "", "not-utf-8"),
    "Latin-1": ('{"patient_ref": "é"}'.encode("latin-1"), "", "not-utf-8"),
    "UTF-16": ("{}".encode("utf-16"), "", "not-utf-8"),
    "UTF-16 without a mark": ("{}".encode("utf-16-le"), "", "not-json"),
    "a byte order mark": (b"\xef\xbb\xbf{}", "", "byte-order-mark"),
    "200000 open brackets": (b"[" * 200_000, "", "too-deep"),
    "100000 lists": (b"[" * 100_000 + b"]" * 100_000, "", "too-deep"),
    "900 objects": (b'{"a":' * 900 + b"1" + b"}" * 900, "/a" * DEEPEST, "too-deep"),
    "one level too many": (
        b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1),
        "/0" * DEEPEST,
        "too-deep",
    ),
}

INVALID: Final[dict[str, tuple[bytes, str, str]]] = {
    "null": (b"null", "", "wrong-type"),
    "true": (b"true", "", "wrong-type"),
    "a number": (b"1", "", "wrong-type"),
    "a string": (b'"{}"', "", "wrong-type"),
    "a list": (b"[]", "", "wrong-type"),
    "as many levels as are read": (b"[" * DEEPEST + b"]" * DEEPEST, "", "wrong-type"),
    "1e999": (b'{"patient": {"weight_kg": 1e999}}', "/patient/weight_kg", "out-of-range"),
    "-1e999": (b'{"patient": {"weight_kg": -1e999}}', "/patient/weight_kg", "out-of-range"),
    "1e999 for a whole number": (
        b'{"patient": {"age_years": 1e999}}',
        "/patient/age_years",
        "wrong-type",
    ),
    "10**400": (
        b'{"patient": {"weight_kg": 1' + b"0" * 400 + b"}}",
        "/patient/weight_kg",
        "wrong-type",
    ),
    "10**400 for a whole number": (
        b'{"patient": {"age_years": 1' + b"0" * 400 + b"}}",
        "/patient/age_years",
        "out-of-range",
    ),
    "2**63": (
        b'{"patient": {"age_years": 9223372036854775808}}',
        "/patient/age_years",
        "out-of-range",
    ),
    "a fraction for a whole number": (
        b'{"patient": {"age_years": 40.5}}',
        "/patient/age_years",
        "wrong-type",
    ),
    "a number as text": (b'{"patient": {"weight_kg": "80"}}', "/patient/weight_kg", "wrong-type"),
    "true for a number": (b'{"patient": {"weight_kg": true}}', "/patient/weight_kg", "wrong-type"),
    "1 for true": (
        b'{"patient": {"conditions": {"diabetes": 1}}}',
        "/patient/conditions/diabetes",
        "wrong-type",
    ),
    "a day as a number": (b'{"as_of": 1780000000}', "/as_of", "wrong-format"),
    "a day as digits": (b'{"as_of": "1780000000"}', "/as_of", "wrong-format"),
    "a day that is none": (b'{"as_of": "2026-02-30"}', "/as_of", "wrong-format"),
    "a day in other digits": (
        body('{"as_of": "2026-06-0\N{ARABIC-INDIC DIGIT ONE}"}'),
        "/as_of",
        "wrong-format",
    ),
    "24 o'clock": (
        b'{"sermorelin": {"sleep_time": "24:00"}}',
        "/sermorelin/sleep_time",
        "wrong-format",
    ),
    "a newline behind the hour": (
        b'{"sermorelin": {"sleep_time": "22:30\\n"}}',
        "/sermorelin/sleep_time",
        "wrong-format",
    ),
    "an object for a list": (b'{"labs": {"0": {}}}', "/labs", "wrong-type"),
    "a list for an object": (b'{"patient": []}', "/patient", "wrong-type"),
    "an unknown field": (b'{"pateint": {}}', "/pateint", "unknown-field"),
    "an unknown field within": (b'{"patient": {"Sex": "male"}}', "/patient/Sex", "unknown-field"),
    "a field named by an emoji": (
        '{"\N{GRINNING FACE}": 1}'.encode(),
        "/\N{GRINNING FACE}",
        "unknown-field",
    ),
    "a field with an endless name": (
        b'{"' + b"n" * 100_000 + b'": 1}',
        "/" + "n" * 64,
        "unknown-field",
    ),
    "__proto__": (b'{"__proto__": {}}', "/__proto__", "unknown-field"),
    "a choice in another case": (b'{"patient": {"sex": "Male"}}', "/patient/sex", "not-one-of"),
    "a unit that does not belong": (
        body(LABS % '"value": 1, "unit": "%"').replace(b'"unit": "ng/mL", ', b""),
        "/labs/0/unit",
        "unit-mismatch",
    ),
    "a value that overflows when converted": (
        body(LABS % '"value": 1e308').replace(b"ng/mL", b"nmol/L"),
        "/labs/0/value",
        "out-of-range",
    ),
    "a value of nought": (body(LABS % '"value": 0'), "/labs/0/value", "out-of-range"),
    "101 labs": (b'{"labs": [' + b"{}," * 100 + b"{}]}", "/labs", "wrong-length"),
}
