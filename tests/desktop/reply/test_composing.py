"""What an officer puts together around the words, and that none of it is lost."""

from dataclasses import replace

from PySide6.QtGui import QColor, QImage

from kotakmasuk.desktop.reply.pasting import as_png
from kotakmasuk.desktop.reply.presenter import ReplyPresenter
from kotakmasuk.domain.unit_answers import UnitAnswer
from kotakmasuk.services import replies, templates
from tests.helpers.workplaces import NOW
from tests.helpers.writing import DATED, FINE, listen, notices, tick_all, write


HOUR = 3_600_000
SAID = UnitAnswer(0, "Dinas PU", "Tambal 25 November 2026.", NOW - 3 * HOUR, NOW, "")
LONG = "Petugas kami sudah memeriksa ruas jalan itu bersama warga. " * 12


def picture(color="red"):
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    return as_png(image)


def uid_of(presenter, part):
    return next(one.uid for one in presenter.now.templates if part in one.body)


def test_several_templates_stand_in_one_answer(presenter, desk):
    """The second is put beside the first, and both are counted as used."""
    shown = listen(presenter.shown)
    presenter.open(desk.mention)

    presenter.composing.take_template(uid_of(presenter, "kabar aduan"))
    presenter.composing.take_template(uid_of(presenter, "DM"))

    assert len(presenter.now.sheet.composition.templates) == 2
    assert shown[-1][0].template.endswith("dan 1 lagi")


def test_a_templates_picture_comes_with_it(presenter, desk):
    """Nobody has to look for the file again."""
    presenter.open(desk.mention)
    presenter.composing.attach([picture()])
    (kept,) = presenter.now.sheet.composition.pictures
    kept = replace(kept, alt="Peta ruas jalan")
    known = templates.listed(desk.work.lanes.reader)[0]
    templates.save(desk.desk, replace(known, pictures=(kept,)))
    presenter.composing.remove_picture(kept.digest)
    presenter.close()
    presenter.open(desk.mention)

    presenter.composing.take_template(known.uid)

    assert presenter.now.sheet.composition.pictures == (kept,)


def test_a_picture_asks_for_words_and_for_care(presenter, desk):
    """Who cannot see it is thought of; one press leads to the field."""
    lists, asked = listen(presenter.listed), listen(presenter.mending.deed_wanted)
    presenter.open(desk.mention)
    presenter.composing.attach([picture()])

    card = next(c for c in lists[-1][0].cards if "teks alternatif" in c.title)
    presenter.mending.fix(card.key)
    (kept,) = presenter.now.sheet.composition.pictures
    presenter.composing.describe(kept.digest, "Peta ruas jalan")

    assert asked == [("describe",)]
    assert not any("teks alternatif" in c.title for c in lists[-1][0].cards)


def test_what_is_no_picture_is_refused_in_words(presenter, desk, tmp_path):
    """The reason is told, the words stay, nothing is attached."""
    problems = listen(presenter.failed)
    presenter.open(desk.mention)
    write(presenter, FINE)
    file = tmp_path / "surat.png"
    file.write_bytes(b"%PDF-1.7")

    presenter.composing.attach([file])

    assert "bukan gambar" in str(problems[0][0])
    assert presenter.now.sheet.composition.pictures == ()
    assert presenter.now.sheet.text == FINE


def test_a_bad_file_among_many_leaves_the_good_ones(presenter, desk, tmp_path):
    """Also right after others were taken away, which the draft does not know yet."""
    shown, problems = listen(presenter.shown), listen(presenter.failed)
    presenter.open(desk.mention)
    presenter.composing.attach([picture(f"#0000{n}0") for n in range(1, 5)])
    presenter.keeping.save()
    for one in presenter.now.sheet.composition.pictures:
        presenter.composing.remove_picture(one.digest)
    good = [picture(f"#00{n}000") for n in range(1, 7)]

    presenter.composing.attach([*good[:3], tmp_path / "hilang.png", *good[3:]])
    write(presenter, FINE)

    assert len(presenter.now.sheet.composition.pictures) == len(good)
    assert len(problems) == 1
    assert "paling banyak 4 gambar; sekarang ada 6" in shown[-1][0].reason


def test_a_date_warns_until_a_unit_stands_behind_it(presenter, desk):
    """*Kaitkan jawaban OPD*, and the line says whose answer and of when."""
    lists, shown = listen(presenter.listed), listen(presenter.shown)
    asked = listen(presenter.mending.deed_wanted)
    presenter.open(desk.mention)
    write(presenter, DATED)
    card = next(c for c in lists[-1][0].cards if c.key == "E10")
    presenter.mending.fix("E10")

    presenter.composing.add_unit_answer(SAID, b"", "")

    assert (card.fix, asked) == ("Kaitkan jawaban OPD", [("unit_answer",)])
    assert notices(shown[-1][0]) == ["Bersandar pada jawaban Dinas PU, 19 Nov 11.00"]
    assert "E10" not in [c.key for c in lists[-1][0].cards]


def test_the_answer_of_a_unit_can_be_let_go_again(presenter, desk):
    """Then the date warns as before."""
    lists = listen(presenter.listed)
    presenter.open(desk.mention)
    write(presenter, DATED)
    presenter.composing.add_unit_answer(SAID, b"", "")

    presenter.mending.do("untie")

    assert "E10" in [c.key for c in lists[-1][0].cards]


def test_the_button_says_when_it_will_go(presenter, desk):
    """*Jadwalkan besok 07.30*; the line below says so too and takes it back."""
    shown = listen(presenter.shown)
    presenter.open(desk.mention)
    write(presenter, FINE)
    tick_all(presenter)

    presenter.composing.schedule(presenter.composing.office_times()[0][1])
    state = shown[-1][0]
    presenter.mending.do("unschedule")

    assert state.send == "Jadwalkan besok 07.30"
    assert notices(state) == ["Dijadwalkan besok 07.30"]
    assert shown[-1][0].send == "Kirim"


def test_outside_office_hours_she_is_asked_first(presenter, desk):
    """At night nobody answers back; only a second word schedules it."""
    doubted = listen(presenter.composing.time_doubted)
    presenter.open(desk.mention)
    night = NOW + 12 * HOUR

    presenter.composing.schedule(night)
    before = presenter.now.sheet.composition.not_before
    presenter.composing.schedule(night, sure=True)

    assert (doubted, before) == ([(night,)], None)
    assert presenter.now.sheet.composition.not_before == night


def test_a_time_that_is_over_is_refused(presenter, desk):
    """In words, and nothing is scheduled."""
    problems = listen(presenter.failed)
    presenter.open(desk.mention)

    presenter.composing.schedule(NOW - HOUR)

    assert "di masa depan" in str(problems[0][0])
    assert presenter.now.sheet.composition.not_before is None


def test_too_long_a_text_becomes_a_numbered_thread(presenter, desk):
    """Each part with its own count, and one press makes it one text again."""
    shown = listen(presenter.shown)
    presenter.open(desk.mention)
    write(presenter, LONG)
    offered = shown[-1][0].below[-1]

    presenter.mending.do(offered.deed)
    parts = shown[-1][0].parts
    presenter.mending.do("join")

    assert offered.verb == "Pecah menjadi 2 bagian"
    assert [one.number for one in parts] == ["1/2", "2/2"]
    assert all(one.count.endswith(" / 500") for one in parts)
    assert shown[-1][0].parts == ()


def test_after_a_kill_everything_is_there_again(presenter, desk):
    """Words, templates, switches, picture, unit's answer, schedule, split and ticks."""
    presenter.open(desk.mention)
    presenter.composing.take_template(uid_of(presenter, "kabar aduan"))
    write(presenter, LONG)
    presenter.composing.attach([picture()])
    presenter.composing.add_unit_answer(SAID, b"", "")
    presenter.composing.schedule(NOW + 12 * HOUR, sure=True)
    presenter.composing.split(wanted=True)
    presenter.switching.set_public(public=False)
    tick_all(presenter)
    before = presenter.now.sheet
    presenter.keeping.save()

    again = ReplyPresenter(desk.work)
    again.open(desk.mention)

    assert again.now.sheet.composition == before.composition
    assert again.now.sheet.ticks.keys == before.ticks.keys != frozenset()
    assert not again.now.sheet.identity.public
    again.close()


def test_after_a_kill_every_candidate_is_there_again(presenter, desk):
    """A and B with their remarks, and the one that was open is open."""
    presenter.open(desk.mention)
    write(presenter, FINE)
    tick_all(presenter)
    presenter.switching.remark("yang lengkap")
    presenter.switching.add_option()
    write(presenter, DATED)
    presenter.switching.add_option()
    presenter.switching.open_option(1)
    presenter.keeping.save()

    again = ReplyPresenter(desk.work)
    again.open(desk.mention)
    sheet = again.now.sheet
    again.close()

    assert [one.composition.text for one in sheet.options] == [FINE, DATED, ""]
    assert sheet.place == 1
    assert sheet.options[0].remark == "yang lengkap"
    assert sheet.options[0].ticks.keys


def test_whoever_types_without_a_pause_is_saved_too(presenter, desk, qtbot):
    """The two seconds begin with the first key, not with the last one."""
    presenter.keeping.clock.setInterval(60)
    presenter.open(desk.mention)

    for number in range(12):
        presenter.write("kata " * number)
        qtbot.wait(10)

    assert replies.draft(desk.work.lanes.reader, desk.mention) is not None
