from dataclasses import replace

from quotepart.dossier.timeline import course_of_events, in_order, meeting_events
from quotepart.model.entry import MeetingMention
from quotepart.wording.wording import find_wording

FRENCH = find_wording("fr")


def test_meetings_link_to_their_place_and_undated_ones_come_last(sample):
    checked = sample.french_checked()
    undated = MeetingMention(span=checked.record.meetings[0].span, kind="bilateral")
    checked = replace(checked, record=replace(checked.record, meetings=(undated, *checked.record.meetings)))
    events = meeting_events(checked, "d1", str, FRENCH)
    assert [(event.date, event.words, event.target) for event in events] == [
        ("11–12 juillet 2018", "Sommet, Klow", "d1-m2m"),
        ("sans date", "Rencontre bilatérale", "d1-m1m"),
    ]


def test_the_course_of_events_names_each_meeting_once_in_order(sample):
    checked = sample.french_checked()
    events = course_of_events(
        [(checked, "d1", "A"), (checked, "d2", "B"), (sample.english_checked(), "d3", "C")], str, FRENCH
    )
    assert [event.words for event in events] == [
        "Sommet, Klow", "Parution de «\u202fA\u202f»", "Parution de «\u202fB\u202f»", "Parution de «\u202fC\u202f»",
        "Ministres de la Défense, Szohôd",
    ]  # fmt: skip


def test_a_month_comes_before_its_days(sample):
    events = course_of_events([(sample.english_checked(), "d1", "A")], str, FRENCH)
    assert [event.iso for event in in_order(reversed(events))] == ["2024-06", "2024-06-20"]


def test_a_meeting_of_the_calendar_is_named_in_the_reader_s_language(sample):
    checked = sample.french_checked()
    known = replace(checked.record.meetings[0], meeting_id="S_1", city="Klow-sur-Wladir")
    checked = replace(checked, record=replace(checked.record, meetings=(known,)))
    names = {"S_1": "Sommet, Klow, 11–12 juillet 2018"}
    assert meeting_events(checked, "d1", names.get, FRENCH)[0].words == "Sommet, Klow"
    assert meeting_events(checked, "d1", str, FRENCH)[0].words == "Sommet, Klow-sur-Wladir"
