"""One attempt in two windows: it ends once, the first end counts everywhere, and the other window says so."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any, Literal

import pytest

from edu_tui.model.version import unit_versions
from edu_tui.records.keeper import remember
from edu_tui.staff.central.database import Central
from edu_tui.staff.certificate.facts import certificates, latest_in
from edu_tui.staff.certificate.verify import verify_code
from edu_tui.staff.learning.attempts import Attempts, attempts_in
from edu_tui.staff.places import attempting
from edu_tui.staff.records.log import StaffLog
from edu_tui.staff.records.store import StaffFile
from edu_tui.staff.report.source import CentralSource
from edu_tui.system.errors import RecordsError
from tests.certificate.passes import code_of
from tests.journey.banked import DAY, TITLE, Learner, write_banked
from tests.journey.reader import Reader
from tests.records.test_two_programs import together
from tests.report.clinic import Clinic
from tests.report.reading import board_of, learner
from tests.staff.making import MINUTE, attempt_id, ended_as, passed, record

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.learning.event import Event
    from tests.central.server import Postgres


def kinds(window: Learner) -> list[str]:
    """What ended on record, in order."""
    return [row.kind for _, row in window.file.records("kind in ('passed', 'failed', 'voided')")]


def test_a_fail_stays_a_fail(tmp_path: Path) -> None:
    """One window hands in blanks and sees the answers; the other, open on the same attempt, cannot pass it."""
    one = Learner(tmp_path).begin()
    two = Learner(tmp_path).begin()
    two.do("up")
    one.do("up")
    one.hand_in()
    assert "Not passed yet" in one.flat
    two.choose("Hand it in")
    assert "handed in in another window" in two.flat
    assert "[~] Not passed yet." in two.flat
    assert "Safety: 0 of 6 right" in two.flat
    assert not two.has("See all answers")
    assert kinds(two) == ["failed"]
    assert len(two.records("answered")) == 11
    assert "not passed yet" in two.state


def test_the_end_is_looked_at_when_it_is_written(tmp_path: Path) -> None:
    """The other window ends the attempt when this one already asks whether it is sure: nothing is kept."""
    one, two = Learner(tmp_path).begin(), Learner(tmp_path).begin()
    two.do("up")
    two.choose("Hand it in")
    one.do("up")
    one.hand_in()
    two.choose("Yes, hand it in")
    assert "handed in in another window" in two.flat
    assert kinds(two) == ["failed"]


def test_the_next_choice_says_it_already(tmp_path: Path) -> None:
    """Who goes on choosing in an attempt that has ended is told with the first choice, not at the end."""
    one, two = Learner(tmp_path).begin(), Learner(tmp_path).begin()
    one.do("up")
    one.hand_in()
    two.choose("The right thing")
    assert "handed in in another window, with the answers chosen until then" in two.flat
    assert two.records("chose") == []


def test_two_who_pass_at_once_pass_once(tmp_path: Path) -> None:
    """Right in both windows: one result, each item once, a certificate that holds, shown in both."""
    one, two = Learner(tmp_path).begin(), Learner(tmp_path).begin()
    one.answer_all()
    two.answer_all()
    one.hand_in()
    two.do("hand")
    assert "[+] Passed." in two.flat
    two.choose("Your certificate")
    assert "Code: " in two.flat
    assert kinds(two) == ["passed"]
    assert len(two.records("answered")) == 11


def test_a_first_try_is_handed_in_once(tmp_path: Path) -> None:
    """After the first try in one window the other goes on with the second, and cannot hand in the first again."""
    one, two = Learner(tmp_path).begin(), Learner(tmp_path).begin()
    two.answer_all()
    one.answer_all("rest-1")
    one.hand_in()
    two.do("hand")
    assert "1 answer is not right yet" in two.flat
    two.choose("Answer once more")
    assert two.answer_all() == ["rest-1"]
    two.hand_in()
    assert "[+] Passed." in two.flat
    one.choose("Answer once more")
    one.answer_all("rest-1")
    assert "handed in in another window" in one.flat
    assert [row.try_ for row in one.records("answered")] == [1] * 11 + [2]


def test_what_another_window_chose_is_handed_in(tmp_path: Path) -> None:
    """A window that was open before knows, at the overview, at the question and at the end, what was chosen
    in the other; nothing that is on record is judged as blank.
    """
    old, new = Learner(tmp_path).begin(), Learner(tmp_path).begin()
    first = new.asked
    new.choose("The right thing")
    old.do("up")
    assert "10 questions have no answer." in old.flat
    new.do("next")
    second = new.asked
    new.choose("The right thing")
    old.choose("Hand it in")
    assert "9 questions have no answer. They will count as not right." in old.flat
    new.do("next")
    third = new.asked
    new.choose("The right thing")
    old.choose("Yes, hand it in")
    assert "Not passed yet" in old.flat
    verdicts = {row.unit: row.result for row in old.records("answered")}
    right = {unit for unit, verdict in verdicts.items() if verdict == "right"}
    assert right == {f"?{name}" for name in (first, second, third)}
    assert list(verdicts.values()).count("blank") == 8


def test_the_later_choice_counts(tmp_path: Path) -> None:
    """What is chosen here after the other window chose stands, as it is on the screen; "not sure" and an
    answer replace each other; and a choice made here before is replaced by a later one there.
    """
    one, two = Learner(tmp_path).begin(), Learner(tmp_path).begin()
    name = one.asked
    one.choose("A slip")
    two.choose("The right thing")
    two.do("next")
    assert two.do("back").asked == name
    one.do("next").do("back")
    one.choose("I'm not sure")
    two.do("next").do("back")
    two.choose("The right thing")
    one.do("up")
    assert f"[x] What about {name}" in one.flat
    one.hand_in()
    verdicts = {row.unit: row.result for row in one.records("answered")}
    assert verdicts[f"?{name}"] == "right"


@pytest.mark.parametrize("waits", [False, True], ids=["kept", "waiting"])
def test_an_own_choice_that_is_kept_later_counts(tmp_path: Path, *, waits: bool) -> None:
    """Where the other window's choice came in unseen before this one's was kept, this one's is the later."""
    one, two = Learner(tmp_path).begin(), Learner(tmp_path).begin()
    name = one.asked
    attempts = attempts_in(one.visit.history)
    begun = attempts.open_in("watching")
    assert begun is not None
    module = one.visit.module("watching")
    attempt = attempting.taken_up(one.visit, module, begun)
    assert attempt is not None
    attempt.run.choose("answer")
    item = attempt.run.current
    assert item is not None
    if not waits:
        two.choose("A slip")
    with closing(sqlite3.connect(one.file.path, isolation_level=None)) as db:
        if waits:
            db.execute("begin immediate")
        attempting.tell_choice(one.visit, module, begun.id, 1, item)
        if waits:
            db.execute("rollback")
    if waits:
        two.choose("A slip")
    one.visit.catch_up()
    assert attempts.drafts[begun.id][f"1 {name}"].chosen == ("answer",)


def test_a_second_try_goes_on_with_what_another_window_chose(tmp_path: Path) -> None:
    """From the pause a window goes to the second try as it stands, with the answers chosen elsewhere."""
    one = Learner(tmp_path).begin()
    one.answer_all("rest-1", "rest-2")
    one.hand_in()
    two = Learner(tmp_path).begin()
    two.choose("The right thing")
    one.choose("Answer once more")
    assert "question 2 of 2" in one.flat
    one.do("up")
    assert "1 question has no answer." in one.flat


@pytest.mark.parametrize("way", ["leave", "open", "home"])
def test_there_is_no_going_on_with_what_is_over(tmp_path: Path, way: str) -> None:
    """Module's page and home of a window that was open before say how it stands since the other handed in."""
    old = Learner(tmp_path).begin()
    old.do("up")
    if way != "leave":
        old.choose("Leave it")
        old.do("up")
        assert old.has("Go on with your assessment")
    if way == "home":
        old.do("home").choose(TITLE)
    new = Learner(tmp_path).begin()
    new.answer_all()
    new.hand_in()
    if way == "leave":
        old.choose("Leave it")
        assert "handed in in another window" in old.flat
        old.choose("Done")
    elif way == "open":
        old.do("home").choose(TITLE)
    else:
        old.do("home")
    assert not old.has("Go on with your assessment")
    assert "passed, good until" in old.flat


def test_home_of_a_patient_looks_for_no_news(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only staff may have an attempt in two windows: for everybody else no page reads the disk for it."""
    reader = Reader(write_banked(tmp_path / "library"), records=tmp_path / "records.sqlite")
    monkeypatch.setattr(reader.visit, "catch_up", lambda: pytest.fail("read the disk"))
    reader.choose("A session").do("home")


def test_a_day_has_so_many_attempts_in_all_windows(tmp_path: Path) -> None:
    """The day's attempts are counted when one begins, not when the window was opened."""
    stale = Learner(tmp_path).open()
    busy = Learner(tmp_path)
    for _ in range(3):
        busy.begin()
        busy.do("up")
        busy.hand_in()
    assert stale.has("Begin")
    stale.choose("Begin")
    assert "That was it for today" in stale.flat
    assert len(stale.records("began")) == 3


@pytest.mark.parametrize("at_home", [False, True], ids=["module", "home"])
def test_to_go_on_from_a_page_that_was_open(tmp_path: Path, *, at_home: bool) -> None:
    """The row that goes on, chosen after the other window has handed in, leads to what it came to there."""
    one = Learner(tmp_path).begin()
    two = Learner(tmp_path)
    if not at_home:
        two.choose(TITLE)
    one.do("up")
    one.hand_in()
    two.choose("Go on with your assessment")
    assert "handed in in another window" in two.flat
    two.choose("Done")
    assert two.has("Take the assessment")
    assert len(two.records("began")) == 1


def test_to_go_on_never_begins_anew(tmp_path: Path) -> None:
    """Who wants to go on with an attempt that has ended elsewhere sees its result, and no other begins."""
    one = Learner(tmp_path).begin()
    two = Learner(tmp_path).open()
    one.do("up")
    one.hand_in()
    two.choose("Go on with your assessment")
    assert "handed in in another window" in two.flat
    assert len(two.records("began")) == 1


def test_begun_in_both_it_is_one_attempt(tmp_path: Path) -> None:
    """Two windows that begin one after the other have the same attempt open, and the day has lost one."""
    one, two = Learner(tmp_path).open(), Learner(tmp_path).open()
    one.choose("Begin")
    two.choose("Begin")
    assert len(two.records("began")) == 1
    assert one.asked == two.asked


def test_an_end_is_not_taken_back_by_a_changed_item(tmp_path: Path) -> None:
    """A window that finds an item changed does not void an attempt that another has handed in."""
    one = Learner(tmp_path).begin()
    one.do("up")
    two = Learner(tmp_path)
    two.change("What about rest-1", "What of rest-1")
    two = Learner(tmp_path).open()
    one.hand_in()
    two.choose("Go on with your assessment")
    assert kinds(two) == ["failed"]
    assert "handed in in another window" in two.flat


@pytest.mark.parametrize("how", ["begin", "hand in"])
def test_what_cannot_be_kept_has_not_happened(tmp_path: Path, how: str) -> None:
    """While another program holds the file nothing begins and nothing is judged; no answer is shown."""
    window = Learner(tmp_path).open()
    if how == "hand in":
        window.choose("Begin")
        window.do("up")
        window.choose("Hand it in")
    with closing(sqlite3.connect(window.file.path, isolation_level=None)) as db:
        db.execute("begin immediate")
        window.choose("Begin" if how == "begin" else "Yes, hand it in")
        assert "Another program is using" in window.flat
        assert "Not passed" not in window.flat
        db.execute("rollback")
    if how == "begin":
        window.choose("Begin")
        assert window.asked
        return
    # Not handed in, it can still be changed.
    window.do("item", "0")
    window.answer_all()
    window.hand_in()
    assert kinds(window) == ["passed"]


def test_two_processes_at_the_same_moment(tmp_path: Path) -> None:
    """Many attempts, each handed in by two processes at once: each has one end and each answer once."""
    many = 12
    file = StaffFile(tmp_path / "staff.sqlite", "north")
    for number in range(many):
        file.append("n-1", passed(number, number * MINUTE)[:1])
    file.close()

    def work(kind: Literal["passed", "failed"]) -> None:
        log = StaffLog(StaffFile(tmp_path / "staff.sqlite", "north"), "n-1")
        history = remember(log, Attempts)
        for number in range(many):
            attempt = attempt_id(number)

            def decide(
                news: list[Event], attempt: str = attempt, number: int = number
            ) -> list[Event]:
                for event in news:
                    history.apply(event)
                if attempts_in(history).is_over(attempt):
                    return []
                _, *answers, end = passed(number, number * MINUTE)
                return [*answers, ended_as(kind, end)]

            for event in log.settle(decide):
                history.apply(event)
        log.close()

    assert together(lambda: work("passed"), lambda: work("failed")) == [0, 0]
    rows = [row for _, row in StaffFile(tmp_path / "staff.sqlite").records("kind <> 'began'")]
    assert sum(row.kind in {"passed", "failed"} for row in rows) == many
    assert len({(row.attempt, row.unit, row.try_) for row in rows}) == len(rows)


def test_a_file_put_back_is_looked_at_anew(tmp_path: Path) -> None:
    """After an older copy was put in the file's place, what others keep in it is known all the same."""
    path = tmp_path / "staff.sqlite"
    file = StaffFile(path, "north")
    file.append("n-1", passed()[:1])
    file.close()
    before = path.read_bytes()
    window = StaffLog(StaffFile(path, "north"), "n-1")
    history = remember(window, Attempts)
    window.append(
        [record("chose", n, "?notes", attempt=attempt_id(1), chosen=["desk"]) for n in range(40)]
    )
    assert window.news() == []
    window.close()
    path.write_bytes(before)
    StaffFile(path, "north").append("n-1", [ended_as("failed", passed()[-1])])
    for event in window.news():
        history.apply(event)
    assert attempts_in(history).is_over(attempt_id(1))


# files in which an attempt has two ends


def twice(clinic: Clinic, first: str, second: str) -> str:
    """A nurse's attempt that ended twice, with its one item answered twice, as older programs kept it."""
    clinic.enrol("n-1")
    attempt = clinic.begin("n-1", "watching", "2026-11-05")
    chosen = {"passed": ("right", ["answer"]), "failed": ("shown", ["one"])}
    for kind in (first, second):
        verdict, what = chosen[kind]
        clinic.record("n-1", "answered", "2026-11-05", "watching", "?two-hours", "v", attempt=attempt, behaviour="assess", chosen=what, verdict=verdict, must_know=True, misconceptions=[], **{"try": 1})  # fmt: skip
        right = int(kind == "passed")
        clinic.record("n-1", kind, "2026-11-05", "watching", attempt=attempt, scope="all", title="W", first=[0, 0], final=[0, 0], must_know=[right, 1], mastery=80, parts=unit_versions(clinic.module("watching")), hash="h", until="2027-11-05" if right else "")  # fmt: skip
    clinic.close()
    return attempt


@pytest.mark.parametrize(("first", "second"), [("failed", "passed"), ("passed", "failed")])
def test_the_first_end_counts_in_every_fold(tmp_path: Path, first: str, second: str) -> None:
    """Report, list, start of the program and certificate: what came first, and each answer once."""
    clinic = Clinic(tmp_path)
    twice(clinic, first, second)
    is_pass = first == "passed"
    board = board_of(clinic)
    module = learner(board, "n-1").modules[0].understood
    assert (module.kind, module.failures) == (("passed", 0) if is_pass else ("failed", 1))
    assert [(item.answered, item.right) for item in board.items] == [(1, int(is_pass))]
    log = StaffLog(clinic.file, "n-1")
    assert attempts_in(remember(log, Attempts)).of("watching")[0].passed == is_pass
    listed = Attempts()
    for _, event in clinic.file.events("n-1"):
        listed.apply(event)
    assert (listed.passed("watching") is not None) == is_pass
    (paper,) = certificates(clinic.file)
    assert paper.holds == is_pass
    assert paper.is_late != is_pass
    assert latest_in(log, "watching") == paper
    verdict = verify_code(clinic.file, code_of(paper))
    assert verdict.holds == is_pass
    if not is_pass:
        assert any("had been handed in before" in one for one in verdict.differs)


def test_what_came_first_is_not_what_has_the_earlier_time(
    tmp_path: Path, postgres: Postgres
) -> None:
    """A clock that was put back between the two ends changes nothing: the one that was kept first counts."""
    clinic = Clinic(tmp_path)
    clinic.enrol("n-1")
    attempt = clinic.begin("n-1", "watching", "2026-11-05")
    end: dict[str, Any] = {"attempt": attempt, "scope": "all", "first": [0, 0], "final": [0, 0], "must_know": [0, 1], "mastery": 80, "parts": {}, "hash": "h", "until": ""}  # fmt: skip
    clinic.record("n-1", "failed", "2026-11-20", "watching", **end)
    clinic.record("n-1", "passed", "2026-11-06", "watching", **{**end, "must_know": [1, 1], "until": "2027-11-06"})  # fmt: skip
    clinic.close()
    assert learner(board_of(clinic), "n-1").modules[0].understood.kind == "failed"
    assert attempts_in(remember(StaffLog(clinic.file, "n-1"), Attempts)).passed("watching") is None
    url = postgres.database()
    with closing(Central(url)) as central:
        central.prepare()
        central.put([record for _, record in clinic.file.records()])
    board = board_of(clinic, source=CentralSource(url), site="north")
    assert learner(board, "n-1").modules[0].understood.kind == "failed"


def test_a_void_attempt_stays_void() -> None:
    """What is kept of an attempt after it was void changes nothing; nor does a void after its end."""
    attempts = Attempts()
    began, *answers, end = passed()
    void = record("voided", DAY, attempt=attempt_id(1), course="staff")
    for event in (began, void, *answers, end):
        attempts.apply(event)
    assert (attempts.ended, attempts.open_in("watching")) == ({}, None)
    attempts = Attempts()
    for event in (began, *answers, end, void):
        attempts.apply(event)
    assert list(attempts.ended) == list(attempts.begun) == [attempt_id(1)]


def test_a_refusal_within_leaves_nothing(tmp_path: Path) -> None:
    """Where one of the events cannot be kept the whole is refused, and what others did is known once."""
    log = StaffLog(StaffFile(tmp_path / "staff.sqlite", "north"), "n-1")
    began, *_, end = passed()
    with pytest.raises(RecordsError):
        log.settle(lambda _: [began, end._replace(module=None)])  # type: ignore[arg-type]
    assert log.events() == []
    assert [event.kind for event in log.settle(lambda news: [began, *news])] == ["began"]
    assert log.news() == []
