"""Labs that leave something open: two that are the same, and a start that is not known."""

from tests.domain.facts.test_labs import facts, lab


def test_of_two_that_are_the_same_the_first_stands_for_both() -> None:
    for analyte in ("igf1", "hba1c"):
        series = facts(lab(-1, 6, analyte), lab(-1, 6, analyte), started=-30)
        assert getattr(series, analyte).latest_index == 0
    assert facts(lab(-1, 6), lab(-1, 6)).igf1.latest_index == 0


def test_a_score_of_two_is_no_more_alarming_than_none() -> None:
    # Neither is past its bound, so that the score itself decides, and then the lower bound.
    usual = lab(-1, 180, z_score=2.0, reference_high=300)
    past = lab(-1, 180, reference_high=170)
    for order in ([usual, past], [past, usual]):
        latest_entry = facts(*order).igf1.latest
        assert latest_entry is not None
        assert latest_entry.reference_high == 170


def test_without_a_start_what_would_tell_it_is_asked_for() -> None:
    for status, asked in ((None, ("sermorelin.status",)), ("active", ())):
        found = facts(lab(-1, 6), lab(-1, 90, "fasting_glucose"), status=status)
        for series in (found.igf1, found.glucose, found.hba1c):
            assert series.start_missing == ("sermorelin.started_on", *asked)
    none_recorded = facts(started=None, status="active").igf1
    assert none_recorded.start_missing == ("sermorelin.started_on",)
    assert facts(lab(-1, 6), started=-30).igf1.start_missing == ()
