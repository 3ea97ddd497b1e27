"""Bad files through the installed command: a clear sentence, and nothing half."""

from pathlib import Path

from tests.helpers.console import Console


HEAD = "nomor,waktu,isi\n"
NEXT = "9,2026-11-17 10:00,Jembatan rusak\n"


def rejected(console: Console, file: Path, line: str) -> str:
    """Import a bad line between good ones; gives the reason for rejecting it."""
    file.write_text(HEAD + line + NEXT, encoding="utf-8")
    said = console.take_in(file, "--json")
    assert said.code == 0, said.problem
    report = said.json()
    assert (report["read"], report["stored"]) == (2, 1)
    assert console.stored() == 3
    assert report["rejected"][0]["line"] == 2
    return str(report["rejected"][0]["reason"])


def refused(console: Console, *words: str) -> str:
    """Run a command that must end with a sentence and leave all as it was."""
    said = console.run(*words)
    assert said.code == 1
    assert "Traceback" not in said.problem
    assert console.stored() == 2
    assert console.is_whole()
    return said.problem


def importing(file: Path) -> tuple[str, ...]:
    """The words that import a file of three columns."""
    maps = ("--map", "text=isi", "--map", "sent_at=waktu", "--map", "remote_id=nomor")
    return ("import", str(file), "--account", "Aduan", *maps)


def test_a_picture_named_csv_is_refused(console: Console, file: Path) -> None:
    """A file that is no table at all is refused in words."""
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    assert "bukan" in refused(console, *importing(file))


def test_a_wrong_encoding_is_named(console: Console, file: Path) -> None:
    """Bytes in no encoding that we read are refused, not stored as rubbish."""
    file.write_bytes(
        HEAD.encode() + b"1,2026-11-17 10:00,\xff\xfe\x81\x8d\x00\xd8\n" * 9
    )
    assert "bukan CSV" in refused(console, *importing(file))


def test_a_missing_column_names_those_that_exist(console: Console, file: Path) -> None:
    """A column that is not there is answered with the ones that are."""
    file.write_text("nomor,tanggal,isi\n1,2026-11-17,Halo\n", encoding="utf-8")
    problem = refused(console, *importing(file))
    assert "waktu" in problem
    assert "tanggal" in problem


def test_a_file_that_vanished_is_told(console: Console, file: Path) -> None:
    """A file that is gone is named, and the inbox is as it was."""
    assert file.name in refused(console, *importing(file))


def test_an_empty_file_is_told(console: Console, file: Path) -> None:
    """An empty file is no import."""
    file.write_text("", encoding="utf-8")
    assert "kosong" in refused(console, *importing(file))


def test_an_unknown_field_is_wrong_usage(console: Console, file: Path) -> None:
    """A mapping to a field that does not exist ends with 2 and lists the fields."""
    said = console.run("import", str(file), "--account", "A", "--map", "pesan=isi")
    assert said.code == 2
    assert "sent_at" in said.problem


def test_an_impossible_date_rejects_its_line(console: Console, file: Path) -> None:
    """30 February is told with its line; the good line beside it is stored."""
    reason = rejected(console, file, "8,2026-02-30 10:00,Halo\n")
    assert "2026-02-30" in reason or "tanggal" in reason.lower()


def test_an_empty_text_rejects_its_line(console: Console, file: Path) -> None:
    """A line without words is told; the good line beside it is stored."""
    assert "kosong" in rejected(console, file, "8,2026-11-17 10:00,  \n")


def test_a_text_of_two_megabytes_rejects_its_line(console: Console, file: Path) -> None:
    """A monstrous text is told; the good line beside it is stored."""
    reason = rejected(console, file, f"8,2026-11-17 10:00,{'x' * 2_000_000}\n")
    assert "panjang" in reason


def test_nul_bytes_never_reach_the_store(console: Console, file: Path) -> None:
    """NUL bytes are dropped or the line is told; search still works."""
    file.write_bytes((HEAD + "8,2026-11-17 10:00,Got\0 mampet\n" + NEXT).encode())
    said = console.take_in(file, "--json")
    assert said.code in (0, 1), said.problem
    assert "Traceback" not in said.problem
    assert console.is_whole()
    assert console.run("search", "lampu").code == 0


def test_a_line_twice_is_stored_once(console: Console, file: Path) -> None:
    """The same remote id twice in a file is one message."""
    file.write_text(HEAD + NEXT + NEXT, encoding="utf-8")
    report = console.take_in(file, "--json").json()
    assert (report["read"], report["stored"], report["already"]) == (2, 1, 1)
    assert console.stored() == 3


def test_the_same_file_again_stores_nothing(console: Console, file: Path) -> None:
    """Importing twice is harmless."""
    file.write_text(HEAD + NEXT, encoding="utf-8")
    console.take_in(file)
    report = console.take_in(file, "--json").json()
    assert (report["stored"], report["already"]) == (0, 1)


def test_two_equal_lines_without_ids_are_both_kept(
    console: Console, file: Path
) -> None:
    """A citizen who wrote the same words twice keeps both, import after import."""
    file.write_text("waktu,isi\n" + "2026-11-17 10:00,Air mati\n" * 2, encoding="utf-8")
    words = ("import", str(file), "--account", "B", "--map", "text=isi")
    words = (*words, "--map", "sent_at=waktu", "--json")
    assert console.run(*words).json()["stored"] == 2
    assert console.run(*words).json()["already"] == 2
