"""A small Mastodon server for tests, with the habits of several real ones."""

import html
import json
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from kotakmasuk.connectors.kit.contract import Access
from kotakmasuk.connectors.kit.http import Http
from kotakmasuk.connectors.kit.loopback import Fault, Loopback, Reply, Seen
from kotakmasuk.domain.messages import Form
from kotakmasuk.domain.replies import Outgoing
from tests.connectors.mastodon.fake_media import Uploads


START = 1_780_000_000_000
OWN, CITIZEN = "100", "200"
TOKEN = "rahasia-token-panjang"  # noqa: S105 - a made-up one
NAMES = {OWN: "humas", CITIZEN: "warga", "201": "warga2@lain.example"}


@dataclass
class Habits:
    """How this server differs from the documentation."""

    links: bool = True
    min_id: bool = True
    ulids: bool = False
    lists_deleted: bool = False
    conversations: bool = True
    v2_instance: bool = True
    page: int = 40


@dataclass
class Statuses:
    """What citizens and the agency wrote, and who was told of it."""

    habits: Habits = field(default_factory=Habits)
    statuses: dict[str, dict[str, Any]] = field(default_factory=dict)
    notifications: list[dict[str, Any]] = field(default_factory=list)
    clock: int = START
    number: int = 0

    def write(self, text: str, *, by: str = CITIZEN, **more: Any) -> str:
        status = self.post(f"@humas {text}", by=by, **more)
        mention = {"id": OWN, "acct": "humas"}
        status["mentions"] = [mention] if by != OWN else status["mentions"]
        if by != OWN:
            self.notify("mention", status)
        return str(status["id"])

    def post(self, text: str, *, by: str = OWN, **more: Any) -> dict[str, Any]:
        status_id = self._next()
        above = self.statuses.get(more.get("in_reply_to_id") or "")
        status = {
            "id": status_id,
            "created_at": self._time(),
            "in_reply_to_account_id": above["account"]["id"] if above else None,
            "in_reply_to_id": None,
            "edited_at": None,
            "visibility": "public",
            "spoiler_text": "",
            "content": f"<p>{html.escape(text)}</p>",
            "url": f"https://sukamaju.example/{status_id}",
            "account": {"id": by, "acct": NAMES[by], "display_name": NAMES[by]},
            "mentions": [],
            "media_attachments": [],
            **more,
        }
        self.statuses[status_id] = status
        return status

    def notify(self, kind: str, status: dict[str, Any]) -> None:
        entry = {"id": self._next(), "type": kind, "created_at": self._time()}
        self.notifications.append({**entry, "status_id": status["id"]})

    def edit(self, remote_id: str, text: str) -> None:
        self.clock += 1000
        self.statuses[remote_id]["content"] = f"<p>@humas {text}</p>"
        self.statuses[remote_id]["edited_at"] = self._time()

    def delete(self, remote_id: str) -> None:
        del self.statuses[remote_id]
        if not self.habits.lists_deleted:
            self.notifications = [
                each for each in self.notifications if each["status_id"] != remote_id
            ]

    def done(self, purpose: str) -> int:
        own = [each for each in self.statuses.values() if each["account"]["id"] == OWN]
        if purpose == "like":
            return sum(each.get("favourited", False) for each in self.statuses.values())
        if purpose == "share":
            return sum(bool(each.get("reblog")) for each in own)
        return len(own)

    def shown(self, remote_id: str) -> list[tuple[str, str]]:
        media = self.statuses[remote_id]["media_attachments"]
        return [(each["digest"], each["description"]) for each in media]

    def _next(self) -> str:
        self.number += 1
        self.clock += 1000
        return (
            f"01J{self.number:010X}" if self.habits.ulids else str(1000 + self.number)
        )

    def _time(self) -> str:
        moment = datetime.fromtimestamp(self.clock / 1000, UTC)
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass
class FakeMastodon(Statuses):
    """Those statuses as a server on loopback, and the platform of the contract."""

    order: random.Random | None = None
    uploads: Uploads = field(default_factory=Uploads)

    def __post_init__(self) -> None:
        self.server = Loopback(self.answer)
        self.http = Http(pause=lambda _seconds: None)
        self.access = Access(
            account="uid-mastodon",
            remote_id=OWN,
            handle="@humas",
            settings={"base_url": self.server.base_url},
            http=self.http,
            read_token=lambda _name: TOKEN,
            save_token=lambda _name, _value: None,
            now=lambda: self.clock,
        )

    def close(self) -> None:
        self.http.close()
        self.server.close()

    def shuffle(self, order: random.Random) -> None:
        self.order = order

    def lose_answer(self) -> None:
        self.server.fault = Fault(lost=True)

    def standing(self) -> int:
        own = [each for each in self.statuses.values() if each["account"]["id"] == OWN]
        return sum(bool(each["in_reply_to_id"]) for each in own)

    def wait(self, milliseconds: int) -> None:
        self.clock += milliseconds

    def outgoing(self, remote_id: str, key: str) -> Outgoing:
        return Outgoing(
            key=key,
            text="Terima kasih, sudah kami teruskan.",
            conversation=f"{remote_id}:{CITIZEN}",
            in_reply_to=remote_id,
            form=Form.MENTION,
            public=True,
            mention="@warga",
            not_before=self.clock,
        )

    def answer(self, seen: Seen) -> Reply:
        if seen.headers.get("authorization") != f"Bearer {TOKEN}":
            return Reply(b'{"error":"Unauthorized"}', 401)
        parts = seen.path.strip("/").split("/")
        if seen.method == "POST":
            return self._written(seen, parts)
        if parts[2] == "media":
            return _json(*self.uploads.look(parts[3]))
        return self._read(seen, parts)

    def _written(self, seen: Seen, parts: list[str]) -> Reply:
        if parts[2] == "media":
            return _json(*self.uploads.take(seen))
        if len(parts) > 4:
            return self._reacted(parts[3], parts[4])
        return self._posted(json.loads(seen.body))

    def _read(self, seen: Seen, parts: list[str]) -> Reply:
        if parts[:3] == ["api", "v1", "statuses"]:
            return self._status(parts[3], context=len(parts) > 4)
        if parts[2] == "instance":
            return self._instance(parts[1])
        if parts[-1] == "verify_credentials":
            return _json({"id": OWN, "username": "humas", "acct": "humas"})
        return self._list(seen, self._listed(parts[-1]))

    def _posted(self, body: dict[str, Any]) -> Reply:
        text = body.pop("status")
        if len(text) > 500:
            return _json({"error": "Validation failed: Text character limit"}, 422)
        if body.get("in_reply_to_id") not in {None, *self.statuses}:
            return _json({"error": "Record not found"}, 404)
        media = [self.uploads.kept[each] for each in body.pop("media_ids", [])]
        return _json(self.post(text, media_attachments=media, **body))

    def _reacted(self, status_id: str, what: str) -> Reply:
        status = self.statuses.get(status_id)
        if status is None:
            return _json({"error": "Record not found"}, 404)
        if what == "favourite":
            status["favourited"] = True
            return _json(status)
        again = (
            each for each in self.statuses.values() if each.get("reblog") is status
        )
        return _json(next(again, None) or self.post("", reblog=status))

    def _status(self, status_id: str, *, context: bool) -> Reply:
        status = self.statuses.get(status_id)
        if status is None:
            return _json({"error": "Record not found"}, 404)
        if not context:
            return _json(status)
        above: list[dict[str, Any]] = []
        while status["in_reply_to_id"] in self.statuses:
            status = self.statuses[status["in_reply_to_id"]]
            above.insert(0, status)
        return _json({"ancestors": above, "descendants": []})

    def _instance(self, version: str) -> Reply:
        if version == "v2" and not self.habits.v2_instance:
            return _json({"error": "Record not found"}, 404)
        limits = {"max_characters": 5000, "characters_reserved_per_url": 25}
        media = {"image_size_limit": 1_000_000}
        told = {"statuses": limits, "media_attachments": media}
        return _json({"uri": "sukamaju.example", "configuration": told})

    def _listed(self, what: str) -> list[tuple[str, dict[str, Any]]]:
        if what == "notifications":
            return [(each["id"], self._shown(each)) for each in self.notifications]
        if what == "conversations":
            return self._conversations() if self.habits.conversations else []
        own = [each for each in self.statuses.values() if each["account"]["id"] == OWN]
        return [(each["id"], each) for each in own]

    def _shown(self, entry: dict[str, Any]) -> dict[str, Any]:
        return {**entry, "status": self.statuses.get(entry["status_id"])}

    def _conversations(self) -> list[tuple[str, dict[str, Any]]]:
        rooms: dict[str, dict[str, Any]] = {}
        for status in self.statuses.values():
            if status["visibility"] == "direct":
                root = status
                while root["in_reply_to_id"] in self.statuses:
                    root = self.statuses[root["in_reply_to_id"]]
                rooms.pop(root["id"], None)
                rooms[root["id"]] = status
        return [
            (last["id"], {"id": f"c{root}", "last_status": last})
            for root, last in rooms.items()
        ]

    def _list(self, seen: Seen, items: list[tuple[str, dict[str, Any]]]) -> Reply:
        query = {name: values[0] for name, values in seen.query.items()}
        limit = min(int(query.get("limit", 20)), self.habits.page)
        if "max_id" in query:
            items = [each for each in items if each[0] < query["max_id"]]
        if "min_id" in query and self.habits.min_id:
            page = [each for each in items if each[0] > query["min_id"]][:limit]
        else:
            page = items[-limit:]
        page.reverse()
        headers = self._links(seen.path, page)
        if self.order is not None:
            self.order.shuffle(page)
        return _json([item for _id, item in page], headers=headers)

    def _links(
        self, path: str, page: list[tuple[str, dict[str, Any]]]
    ) -> dict[str, str]:
        if not self.habits.links or not page:
            return {}
        older = f'<https://lain.example{path}?max_id={page[-1][0]}>; rel="next"'
        newer = f'<https://lain.example{path}?min_id={page[0][0]}>; rel="prev"'
        return {"Link": f"{older}, {newer}"}


def _json(
    content: Any, status: int = 200, *, headers: dict[str, str] | None = None
) -> Reply:
    return Reply(json.dumps(content).encode(), status, headers or {})
