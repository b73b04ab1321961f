#!/usr/bin/env python3
"""Checks proof files of OTP Notary: one file, Python 3.11, nothing but the standard library.

Written from docs/formats.md and docs/proof-format.md alone and sharing no code with `otpctl proof check`, so that two
hands have to make the same mistake before a false proof passes both.

    python3 check_proof.py FILE... --rpc URL [--contract 0x...] [--chain-id N] [--origin NAME] [--rules-hash 0x...]

Exit codes: 0 good (proven, or good so far), 1 false, 2 called wrongly, 3 somebody did not answer: nothing is known.
"""

import argparse
import base64
import hashlib
import http.client
import json
import re
import sys
import unicodedata
import urllib.error
import urllib.request
from datetime import datetime, timezone
from functools import lru_cache

SAFE = 2**53 - 1
U32 = 0xFFFF_FFFF


class Refused(Exception):
    """A claim of the file is false."""


class Unreachable(Exception):
    """Nobody answered: says nothing about the file."""


class Reverted(Exception):
    """The contract refused a call."""


def demand(holds, otherwise):
    if not holds:
        raise Refused(otherwise)


# ---------------------------------------------------------------------------------------------------------------------
# Keccak-256 (the Ethereum one: padding 0x01)
# ---------------------------------------------------------------------------------------------------------------------


def _round_constants():
    """Each bit comes from a shift register (FIPS 202, algorithm 5)."""
    constants, register = [], 1
    for _ in range(24):
        constant = 0
        for j in range(7):
            if register & 1:
                constant |= 1 << ((1 << j) - 1)
            register <<= 1
            if register & 0x100:
                register ^= 0x171
        constants.append(constant)
    return constants


def _rotation_offsets():
    """Lane (x, y) at index x + 5y."""
    offsets = [0] * 25
    x, y = 1, 0
    for t in range(24):
        offsets[x + 5 * y] = ((t + 1) * (t + 2) // 2) % 64
        x, y = y, (2 * x + 3 * y) % 5
    return offsets


M64 = (1 << 64) - 1
RC = _round_constants()
ROT = _rotation_offsets()
# Where pi puts lane i.
PI = [(i // 5) + 5 * ((2 * (i % 5) + 3 * (i // 5)) % 5) for i in range(25)]


def _permute(a):
    for constant in RC:
        c = [a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20] for x in range(5)]
        d = [c[x - 1] ^ ((c[(x + 1) % 5] << 1 | c[(x + 1) % 5] >> 63) & M64) for x in range(5)]
        b = [0] * 25
        for i in range(25):
            lane, turn = a[i] ^ d[i % 5], ROT[i]
            b[PI[i]] = (lane << turn | lane >> (64 - turn)) & M64
        a = [b[i] ^ (~b[i - i % 5 + (i + 1) % 5] & M64 & b[i - i % 5 + (i + 2) % 5]) for i in range(25)]
        a[0] ^= constant
    return a


@lru_cache(maxsize=4096)
def keccak256(data):
    rate = 136
    padded = bytearray(data)
    padded += b"\x00" * (rate - len(data) % rate)
    padded[len(data)] ^= 0x01
    padded[-1] ^= 0x80
    state = [0] * 25
    for start in range(0, len(padded), rate):
        for i in range(rate // 8):
            state[i] ^= int.from_bytes(padded[start + 8 * i : start + 8 * i + 8], "little")
        state = _permute(state)
    return b"".join(lane.to_bytes(8, "little") for lane in state[:4])


def sha256(data):
    return hashlib.sha256(data).digest()


# ---------------------------------------------------------------------------------------------------------------------
# Ed25519 verification (RFC 8032 §5.1)
# ---------------------------------------------------------------------------------------------------------------------

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
SQRT_M1 = pow(2, (P - 1) // 4, P)


def _point_add(p, q):
    """Extended coordinates (X, Y, Z, T)."""
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _point_mul(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = _point_add(result, point)
        point = _point_add(point, point)
        scalar >>= 1
    return result


def _point_of(encoded):
    """None when the bytes are no point."""
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * SQRT_M1 % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = _point_of((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


@lru_cache(maxsize=256)
def ed25519_verifies(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r = _point_of(key), _point_of(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= ORDER:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    left, right = _point_mul(s, BASE), _point_add(r, _point_mul(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# ---------------------------------------------------------------------------------------------------------------------
# Canonical JSON (RFC 8785; integers only, since neither files nor leaves hold other numbers)
# ---------------------------------------------------------------------------------------------------------------------

ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _quoted(text):
    return '"' + "".join(ESCAPES.get(c) or (f"\\u{ord(c):04x}" if c < " " else c) for c in text) + '"'


def canonical(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    members = sorted(value.items(), key=lambda member: member[0].encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(f"{_quoted(name)}:{canonical(item)}" for name, item in members) + "}"


def _no_number(text):
    raise Refused(f"{text[:20]} is not a whole number")


def read_canonical(text, what):
    """The value of a text that is its own canonical form."""
    try:
        value = json.loads(text, parse_float=_no_number, parse_constant=_no_number)
        # A lone surrogate cannot be encoded: it has no canonical form.
        is_canonical = canonical(value).encode("utf-8") == text.encode("utf-8")
    except (ValueError, RecursionError):
        raise Refused(f"{what} is not JSON in UTF-8") from None
    demand(is_canonical, f"{what} is not in its canonical form (RFC 8785)")
    return value


# ---------------------------------------------------------------------------------------------------------------------
# Shapes (docs/formats.md, "Values"): functions that refuse what is not of their kind
# ---------------------------------------------------------------------------------------------------------------------


def whole(least=0, most=SAFE):
    def check(value, at):
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        demand(is_whole and least <= value <= most, f"{at}: not a whole number from {least} to {most}")

    return check


def text(pattern=None, least=0, most=None):
    form = re.compile(pattern) if pattern else None

    def check(value, at):
        demand(isinstance(value, str), f"{at}: not text")
        units = len(value.encode("utf-16-be", "surrogatepass")) // 2
        demand(units >= least and (most is None or units <= most), f"{at}: too short or too long")
        demand(form is None or form.fullmatch(value), f"{at}: not in its one spelling")

    return check


def only(literal):
    def check(value, at):
        demand(type(value) is type(literal) and value == literal, f"{at}: not {literal!r}")

    return check


def one_of(*literals):
    def check(value, at):
        demand(any(type(value) is type(one) and value == one for one in literals), f"{at}: none of {literals}")

    return check


def nullable(inner):
    return lambda value, at: None if value is None else inner(value, at)


def items(inner, least=0, most=None):
    def check(value, at):
        demand(isinstance(value, list), f"{at}: not a list")
        demand(len(value) >= least and (most is None or len(value) <= most), f"{at}: too few or too many")
        for i, item in enumerate(value):
            inner(item, f"{at}.{i}")

    return check


def record(**members):
    def check(value, at):
        demand(isinstance(value, dict), f"{at}: not an object")
        demand(set(value) == set(members), f"{at}: has not exactly the members {', '.join(sorted(members))}")
        for name, inner in members.items():
            inner(value[name], f"{at}.{name}")

    return check


def mapping(inner):
    def check(value, at):
        demand(isinstance(value, dict), f"{at}: not an object")
        for name, item in value.items():
            inner(item, f"{at}.{name}")

    return check


HASH_B64U = text(r"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")
HASH_B64 = text(r"[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=")
HASH_HEX = text(r"0x[0-9a-f]{64}")
DECIMAL = text(r"0|[1-9][0-9]{0,77}")
PATH_HEX = items(HASH_HEX, most=64)
PATH_B64 = items(HASH_B64, most=64)

PROVEN_LEAF = record(
    entry=text(least=1, most=65_535),
    index=whole(),
    witness=whole(),
    inclusion=PATH_B64,
    disclosed=mapping(record(salt=HASH_B64U, value=text())),
)
BUNDLE = record(
    format=only("otp-notary/proof@v1"),
    origin=text(least=1, most=255),
    vkey=text(most=512),
    chain=record(chainId=DECIMAL, contract=text(r"0x[0-9a-f]{40}")),
    anchors=nullable(record(count=whole(1), peaks=PATH_HEX)),
    witnesses=items(
        record(
            checkpoint=text(),
            anchor=nullable(record(index=whole(), settlementsHash=HASH_HEX, time=whole(), path=PATH_HEX)),
        ),
        least=1,
        most=3,
    ),
    issued=PROVEN_LEAF,
    used=nullable(PROVEN_LEAF),
    settlement=nullable(
        record(
            witness=whole(),
            firstBatch=whole(1),
            settlements=items(record(count=whole(1, U32), issuedBelow=whole(), root=HASH_HEX), least=1, most=10_000),
            path=PATH_B64,
        )
    ),
    order=nullable(one_of("claimed", "chain")),
)

FIELDS = {
    "issued": ("challenge", "tenant", "subject", "purpose", "context", "commitment", "channel"),
    "verified": ("challenge", "tenant", "subject", "purpose", "context"),
}


def _leaf_shape(kind, **more):
    c = record(**{field: HASH_B64U for field in FIELDS[kind]})
    return record(v=only(1), kind=only(kind), at=whole(), batch=whole(1), position=whole(0, U32), c=c, **more)


LEAVES = {"issued": _leaf_shape("issued", expires=whole()), "verified": _leaf_shape("verified")}

# ---------------------------------------------------------------------------------------------------------------------
# Bytes, trees, notes
# ---------------------------------------------------------------------------------------------------------------------


def lp(data):
    data = data.encode("utf-8") if isinstance(data, str) else data
    return len(data).to_bytes(4, "big") + data


def unhex(hex_text):
    return bytes.fromhex(hex_text[2:])


def tohex(data):
    return "0x" + data.hex()


def from_b64(b64_text):
    """Standard base64 in its one spelling."""
    try:
        data = base64.b64decode(b64_text, validate=True)
    except ValueError:
        raise Refused("not base64") from None
    demand(base64.b64encode(data).decode() == b64_text, "not the one spelling of base64")
    return data


def b64u(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def from_b64u(b64u_text):
    return base64.urlsafe_b64decode(b64u_text + "=" * (-len(b64u_text) % 4))


def is_included(leaf, index, size, path, root, domain):
    """RFC 9162 §2.1.3.2 with this domain byte for inner nodes."""
    if index >= size:
        return False
    fn, sn, node = index, size - 1, leaf
    for sibling in path:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            node = sha256(domain + sibling + node)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            node = sha256(domain + node + sibling)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and node == root


def is_key_name(name):
    return name != "" and not any(c == "+" or c.isspace() or unicodedata.category(c) == "Cc" for c in name)


def read_vkey(vkey):
    """C2SP verifier key: name, key id, public key."""
    match = re.fullmatch(r"([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})", vkey)
    demand(match and is_key_name(match[1]), "not a verifier key")
    name, typed = match[1], from_b64(match[3])
    demand(len(typed) == 33 and typed[0] == 0x01, "not an Ed25519 verifier key")
    key_id = sha256(name.encode() + b"\n" + typed)[:4]
    demand(key_id.hex() == match[2], "the key id is not the hash of the key")
    return name, key_id, typed[1:]


def read_checkpoint(note, log):
    """A signed note with exactly the log's signature: size and root."""
    name, key_id, key = log
    demand(not any(c < " " and c != "\n" for c in note), "control characters in a checkpoint")
    head, empty_line, signatures = note.rpartition("\n\n")
    demand(empty_line and signatures.endswith("\n"), "not a signed note")
    match = re.fullmatch(r"— (\S+) ([A-Za-z0-9+/]+={0,2})\n", signatures)
    demand(match, "not exactly one signature line")
    blob = from_b64(match[2])
    demand(match[1] == name and blob[:4] == key_id, "signed by another key")
    signed = head + "\n"
    demand(ed25519_verifies(key, signed.encode("utf-8"), blob[4:]), "the signature does not verify")
    lines = signed.split("\n")
    demand(len(lines) == 4 and lines[0] == name, "not the text of a checkpoint of this log")
    demand(re.fullmatch(r"0|[1-9][0-9]*", lines[1]) and int(lines[1][:17]) <= SAFE, "not a size")
    demand(len(lines[1]) <= 16, "not a size")
    root = from_b64(lines[2])
    demand(len(root) == 32, "not a root")
    return int(lines[1]), root


def heights(count):
    """Set bits, highest first: the heights of the perfect trees of so many anchors."""
    return [h for h in reversed(range(count.bit_length())) if count >> h & 1]


def anchor_node(left, right):
    return keccak256(b"\x05" + left + right)


def anchor_leaf(origin_id, anchor):
    index, size, root, settlements_hash, time = anchor
    u64 = lambda number: number.to_bytes(8, "big")  # noqa: E731
    return keccak256(b"\x04" + origin_id + u64(index) + u64(size) + root + settlements_hash + u64(time))


def stands_in(leaf, index, path, count, peaks):
    """Whether the path leads from anchor `index` to its peak in the range of `count` anchors."""
    if index >= count or len(peaks) != count.bit_count():
        return False
    height = (index ^ count).bit_length() - 1
    if len(path) != height:
        return False
    node = leaf
    for k, sibling in enumerate(path):
        node = anchor_node(sibling, node) if index >> k & 1 else anchor_node(node, sibling)
    return node == peaks[heights(count).index(height)]


def trees_of(count, peaks):
    """(first anchor, height) to peak."""
    start, trees = 0, {}
    for height, peak in zip(heights(count), peaks, strict=True):
        trees[start, height] = peak
        start += 1 << height
    return trees


def grow(count, peaks, later, paths):
    """Pushes leaves. Returns the peaks, and each path of `paths` ({index: path}) extended to them."""
    stack = [[start, height, peak] for (start, height), peak in trees_of(count, peaks).items()]
    paths = {index: list(path) for index, path in paths.items()}
    for number, leaf in enumerate(later, count):
        node = [number, 0, leaf]
        while stack and stack[-1][1] == node[1]:
            left = stack.pop()
            for index, path in paths.items():
                if left[0] <= index < node[0]:
                    path.append(node[2])
                elif node[0] <= index < node[0] + (1 << node[1]):
                    path.append(left[2])
            node = [left[0], left[1] + 1, anchor_node(left[2], node[2])]
        stack.append(node)
    return [peak for _, _, peak in stack], paths


def settlements_hash(settlement):
    """keccak256(abi.encode(uint64 firstBatch, (uint32 count, uint64 issuedBelow, bytes32 root)[]))."""
    word = lambda number: number.to_bytes(32, "big")  # noqa: E731
    batches = settlement["settlements"]
    words = [word(settlement["firstBatch"]), word(64), word(len(batches))]
    for batch in batches:
        words += [word(batch["count"]), word(batch["issuedBelow"]), unhex(batch["root"])]
    return keccak256(b"".join(words))


# ---------------------------------------------------------------------------------------------------------------------
# 1. The file by itself
# ---------------------------------------------------------------------------------------------------------------------


class Proof:
    """The values of a file, each read when its point comes."""

    def __init__(self, bundle):
        self.bundle = bundle
        self.origin_id = sha256(bundle["origin"].encode("utf-8"))
        self.settlement = bundle["settlement"]
        self.log = None
        self.trees = []  # (size, root, anchor or None)
        self.leaf = {"issued": None, "used": None}

    def tree(self, number):
        demand(number < len(self.trees), "a witness is named that is not in the file")
        return self.trees[number]

    def anchored(self):
        """(record, leaf, path) of each anchored tree."""
        found = []
        for size, root, anchor in self.trees:
            if anchor is not None:
                values = (anchor["index"], size, root, unhex(anchor["settlementsHash"]), anchor["time"])
                path = [unhex(sibling) for sibling in anchor["path"]]
                found.append((values, anchor_leaf(self.origin_id, values), path))
        return found

    def settling(self):
        size, root, anchor = self.tree(self.settlement["witness"])
        demand(anchor is not None, "a settlement without an anchor")
        return size, anchor

    def settled_batch(self):
        at = self.leaf["issued"]["batch"] - self.settlement["firstBatch"]
        batches = self.settlement["settlements"]
        demand(0 <= at < len(batches), "the batch of this code is not among those settled")
        return batches[at]


def read_file(data):
    demand(len(data) <= 1_000_000, "larger than 1 MB")
    try:
        content = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused("not UTF-8") from None
    demand(content.endswith("\n"), "does not end in a newline")
    bundle = read_canonical(content[:-1], "the file")
    BUNDLE(bundle, "file")
    return bundle


def log_key(proof):
    proof.log = read_vkey(proof.bundle["vkey"])
    demand(proof.log[0] == proof.bundle["origin"], "the key is of another log")
    return proof.bundle["origin"]


def log_checkpoints(proof):
    proof.trees = [(*read_checkpoint(w["checkpoint"], proof.log), w["anchor"]) for w in proof.bundle["witnesses"]]
    return "trees of " + ", ".join(str(size) for size, _, _ in proof.trees) + " leaves"


def log_trees(proof):
    parts = [proof.bundle["issued"], proof.bundle["used"], proof.settlement]
    named = {part["witness"] for part in parts if part is not None}
    demand(named >= set(range(len(proof.trees))), "a tree that nothing refers to")
    for (size, root, anchor), (next_size, next_root, following) in zip(proof.trees, proof.trees[1:]):
        demand(anchor is not None, "a tree without an anchor before another")
        demand(next_size >= size, "sizes fall")
        demand(next_size > size or next_root == root, "two trees of one size")
        if following is not None:
            demand(following["index"] > anchor["index"], "anchor indexes do not rise")
            demand(following["time"] >= anchor["time"], "anchor times fall")
    has_anchor = any(anchor is not None for _, _, anchor in proof.trees)
    demand((proof.bundle["anchors"] is not None) == has_anchor, "anchors without an anchored tree, or the reverse")
    return f"{len(proof.trees)} trees"


def leaf_of(part, kind):
    def check(proof):
        proven = proof.bundle[part]
        leaf = read_canonical(proven["entry"], "the entry")
        LEAVES[kind](leaf, "entry")
        proof.leaf[part] = leaf
        size, root, _ = proof.tree(proven["witness"])
        path = [from_b64(sibling) for sibling in proven["inclusion"]]
        leaf_hash = sha256(b"\x00" + proven["entry"].encode("utf-8"))
        is_there = is_included(leaf_hash, proven["index"], size, path, root, b"\x01")
        demand(is_there, f"the path does not lead from leaf {proven['index']} to the root of {size} leaves")
        return f"leaf {proven['index']}, batch {leaf['batch']}, position {leaf['position']}, at {iso_ms(leaf['at'])}"

    return check


def fields_of(part):
    def check(proof):
        leaf = proof.leaf[part]
        disclosed = proof.bundle[part]["disclosed"]
        for field, opening in disclosed.items():
            demand(field in leaf["c"], f"{field}: leaves of this kind commit to no such field")
            preimage = lp("otp-notary/field/v1") + lp(leaf["kind"]) + lp(field)
            preimage += lp(from_b64u(opening["salt"])) + lp(opening["value"])
            demand(b64u(sha256(preimage)) == leaf["c"][field], f"{field} is not what the leaf committed to")
        return ", ".join(f"{field} {opening['value']!r}" for field, opening in disclosed.items()) or "nothing disclosed"

    return check


def same_code(proof):
    issued, used = proof.leaf["issued"], proof.leaf["used"]
    place = issued["batch"], issued["position"]
    demand(place == (used["batch"], used["position"]), "batch or position differ")
    of_issue = proof.bundle["issued"]["disclosed"]
    for field, opening in proof.bundle["used"]["disclosed"].items():
        demand(field not in of_issue or of_issue[field]["value"] == opening["value"], f"{field} differs")
    return f"batch {place[0]}, position {place[1]}"


def order_index(proof):
    issued, used = proof.bundle["issued"]["index"], proof.bundle["used"]["index"]
    demand(issued < used, f"issue at {issued}, use at {used}")
    return f"leaf {issued} before leaf {used}"


def order_time(proof):
    issued, used = proof.leaf["issued"], proof.leaf["used"]
    demand(issued["at"] <= used["at"] < issued["expires"], f"used {iso_ms(used['at'])}, outside of the code's life")
    return f"{used['at'] - issued['at']} ms after the issue"


def anchor_path(proof):
    anchors = proof.bundle["anchors"]
    peaks = [unhex(peak) for peak in anchors["peaks"]]
    for values, leaf, path in proof.anchored():
        is_there = stands_in(leaf, values[0], path, anchors["count"], peaks)
        demand(is_there, f"anchor {values[0]} does not lead to a peak of the {anchors['count']} anchors")
    return f"of {anchors['count']} anchors"


def settlement_list(proof):
    _, anchor = proof.settling()
    is_theirs = tohex(settlements_hash(proof.settlement)) == anchor["settlementsHash"]
    demand(is_theirs, "the anchor carried other settlements")
    proof.settled_batch()
    return f"batch {proof.leaf['issued']['batch']}, in anchor {anchor['index']}"


def settlement_fate(proof):
    batch = proof.settled_batch()
    leaf, use = proof.leaf["issued"], proof.bundle["used"]
    size, _ = proof.settling()
    demand(proof.bundle["issued"]["index"] < batch["issuedBelow"], "the issue stands behind those that were settled")
    demand(use is None or use["index"] < size, "the use stands behind the tree that settled it")
    fate, log_index = (1, 0) if use is None else (2, use["index"])
    position = leaf["position"]
    settled = b"\x02" + proof.origin_id + leaf["batch"].to_bytes(8, "big") + position.to_bytes(4, "big")
    settled += bytes([fate]) + log_index.to_bytes(8, "big")
    path = [from_b64(sibling) for sibling in proof.settlement["path"]]
    is_fate = is_included(sha256(settled), position, batch["count"], path, unhex(batch["root"]), b"\x03")
    demand(is_fate, f"the settlement gives position {position} another fate")
    return "not used" if use is None else f"used by leaf {log_index}"


def order_tier(proof):
    use, tier = proof.bundle["used"], None
    if use is not None:
        size, _, first = proof.tree(proof.bundle["issued"]["witness"])
        _, _, second = proof.tree(use["witness"])
        is_chain = first is not None and second is not None and size <= use["index"]
        tier = "chain" if is_chain else "claimed"
    demand(proof.bundle["order"] == tier, f"the anchors say {tier}")
    return str(tier)


always = lambda proof: True  # noqa: E731
when_used = lambda proof: proof.bundle["used"] is not None  # noqa: E731
when_anchored = lambda proof: proof.bundle["anchors"] is not None  # noqa: E731
when_settled = lambda proof: proof.settlement is not None  # noqa: E731

LOG_POINTS = [
    ("log.key", always, log_key),
    ("log.checkpoints", always, log_checkpoints),
    ("log.trees", always, log_trees),
    ("issued.leaf", always, leaf_of("issued", "issued")),
    ("issued.fields", always, fields_of("issued")),
    ("used.leaf", when_used, leaf_of("used", "verified")),
    ("used.fields", when_used, fields_of("used")),
    ("used.same-code", when_used, same_code),
    ("order.index", when_used, order_index),
    ("order.time", when_used, order_time),
    ("anchor.path", when_anchored, anchor_path),
    ("settlement.list", when_settled, settlement_list),
    ("settlement.fate", when_settled, settlement_fate),
    ("order.tier", always, order_tier),
]

# ---------------------------------------------------------------------------------------------------------------------
# 2. Against the chain
# ---------------------------------------------------------------------------------------------------------------------

IMPLEMENTATION_SLOT = (int.from_bytes(keccak256(b"eip1967.proxy.implementation"), "big") - 1).to_bytes(32, "big")
ANCHORED = keccak256(b"Anchored(bytes32,uint64,uint64,bytes32,bytes32,uint64)")
MAX_EVENT_CALLS = 200


class RpcError(Exception):
    """The node answered, and refused."""

    def __init__(self, error):
        super().__init__(str(error.get("message", "")))
        self.is_revert = error.get("code") == 3 or "revert" in str(error.get("message", "")).lower()


class Node:
    """JSON-RPC of one node. Its URL may hold an access key: no message names it."""

    def __init__(self, url, timeout=10, tries=3):
        self.url, self.timeout, self.tries = url, timeout, tries

    def call(self, method, *params):
        body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}).encode()
        request = urllib.request.Request(self.url, body, {"content-type": "application/json"})
        for attempt in range(self.tries):
            try:
                with urllib.request.urlopen(request, timeout=self.timeout) as response:
                    answer = json.loads(response.read())
                break
            except urllib.error.HTTPError as error:
                failure = f"HTTP status {error.code}"
            except (OSError, ValueError, http.client.HTTPException):
                failure = "no answer"
            if attempt == self.tries - 1:
                raise Unreachable(f"{method}: {failure}")
        if isinstance(answer, dict) and isinstance(answer.get("error"), dict):
            raise RpcError(answer["error"])
        if not isinstance(answer, dict) or "result" not in answer:
            raise Unreachable(f"{method}: not an answer of JSON-RPC")
        return answer["result"]

    def ask(self, method, *params):
        """What every node has."""
        try:
            return self.call(method, *params)
        except RpcError as error:
            raise Unreachable(f"{method}: {error}") from None

    def block(self, number_or_tag):
        """(number, time)."""
        name = number_or_tag if isinstance(number_or_tag, str) else hex(number_or_tag)
        block = self.ask("eth_getBlockByNumber", name, False)
        if not isinstance(block, dict):
            raise Unreachable(f"no block {name}")
        return int(block["number"], 16), int(block["timestamp"], 16)

    def code(self, account, at):
        return unhex(self.ask("eth_getCode", account, hex(at)))

    def view(self, contract, signature, origin_id, at):
        """Bytes that a view of one bytes32 returns. Throws Reverted."""
        data = tohex(keccak256(signature.encode())[:4] + origin_id)
        try:
            return unhex(self.call("eth_call", {"to": contract, "data": data}, hex(at)))
        except RpcError as error:
            if error.is_revert:
                raise Reverted from None
            raise Unreachable(f"eth_call: {error}") from None


def words_of(data):
    return [data[at : at + 32] for at in range(0, len(data) - 31, 32)]


def number(word, most=SAFE):
    value = int.from_bytes(word, "big")
    if value > most:
        raise ValueError("out of range")
    return value


def log_state(node, contract, origin_id, at):
    """(origin, keyHash, nextBatch, anchorCount, life) of `logOf`; None when the contract knows no such log."""
    try:
        data = node.view(contract, "logOf(bytes32)", origin_id, at)
        start = number(data[:32])
        head = words_of(data[start : start + 320])
        if len(head) != 10:
            raise ValueError("too short")
        text_at = start + number(head[0])
        length = number(data[text_at : text_at + 32])
        origin = data[text_at + 32 : text_at + 32 + length]
        if len(origin) != length:
            raise ValueError("too short")
        return origin.decode("utf-8"), head[1], number(head[7], U32), number(head[8], U32), number(head[9], 0xFFFF)
    except (Reverted, ValueError):
        return None


def anchor_range(node, contract, origin_id, at):
    """(count, peaks) of `peaks`; None when the contract knows no such log."""
    try:
        words = words_of(node.view(contract, "peaks(bytes32)", origin_id, at))
        if len(words) < 3 or number(words[1]) != 64 or len(words) != 3 + number(words[2]):
            raise ValueError("not a list")
        return number(words[0], U32), words[3:]
    except (Reverted, ValueError):
        return None


def first_where(low, high, holds):
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return high


def anchors_after(node, contract, origin_id, count, not_before, latest):
    """The records from anchor `count` on, without a gap; None when the node does not serve them."""
    try:
        first = first_where(0, latest, lambda block: node.block(block)[1] >= not_before)
        parts, found, calls = [(first, latest)], [], 0
        while parts:
            low, high = parts.pop()
            calls += 1
            query = {"address": contract, "fromBlock": hex(low), "toBlock": hex(high)}
            query["topics"] = [tohex(ANCHORED), tohex(origin_id)]
            try:
                found += node.call("eth_getLogs", query)
            except RpcError:
                if low == high or calls >= MAX_EVENT_CALLS:
                    return None
                middle = (low + high) // 2
                parts += [(middle + 1, high), (low, middle)]
        records = []
        for event in found:
            size, root, settled, time = words_of(unhex(event["data"]))
            records.append((number(unhex(event["topics"][2])), number(size), root, settled, number(time)))
        later = sorted(values for values in records if values[0] >= count)
        return later if [values[0] for values in later] == list(range(count, count + len(later))) else None
    except (Unreachable, ValueError, KeyError, IndexError, TypeError):
        return None


def past_range(node, contract, origin_id, count, not_before, latest):
    """(count, peaks, block) at the first block with at least so many anchors; None when such state is pruned."""
    try:

        def has_enough(block):
            there = anchor_range(node, contract, origin_id, block)
            return there is not None and there[0] >= count

        first = first_where(0, latest, lambda block: node.block(block)[1] >= not_before)
        block = first_where(first, latest, has_enough)
        there = anchor_range(node, contract, origin_id, block)
        return None if there is None else (*there, block)
    except Unreachable:
        return None


class Facts:
    """What the chain says, at one block."""

    def __init__(self, node, proof, trust):
        self.trust = trust
        contract = proof.bundle["chain"]["contract"]
        self.chain_id = int(node.ask("eth_chainId"), 16)
        self.block, self.time = node.block("latest")
        self.finalized = self._finalized(node)
        self.code = node.code(contract, self.block)
        self.log = self.range = self.later = self.past = self.rules = None
        if not self.code:
            return
        word = unhex(node.ask("eth_getStorageAt", contract, tohex(IMPLEMENTATION_SLOT), hex(self.block))).rjust(32, b"\0")
        self.rules = node.code(tohex(word[12:]), self.block) if any(word[12:]) else self.code
        self.log = log_state(node, contract, proof.origin_id, self.block)
        self.range = anchor_range(node, contract, proof.origin_id, self.block)
        anchors = proof.bundle["anchors"]
        if anchors is None or self.range is None or self.range[0] <= anchors["count"]:
            return
        trees = proof.anchored()
        place = contract, proof.origin_id, anchors["count"], max(values[4] for values, _, _ in trees), self.block
        self.later = anchors_after(node, *place)
        if self.later is not None and len(self.later) != self.range[0] - anchors["count"]:
            self.later = None
        still_stands = all(stands_in(leaf, values[0], path, *self.range) for values, leaf, path in trees)
        if self.later is None and not still_stands:
            self.past = past_range(node, *place)

    @staticmethod
    def _finalized(node):
        try:
            return node.block("finalized")
        except Unreachable:
            return None


NOT_YET, NOT_CHECKED = "not yet", "not checked"


def chain_id(proof, facts):
    claimed, expected = proof.bundle["chain"]["chainId"], facts.trust.chain_id
    demand(claimed == str(facts.chain_id), f"the node serves chain {facts.chain_id}")
    demand(expected is None or expected == facts.chain_id, f"chain {expected} was asked for")
    return f"chain {claimed}, block {facts.block}"


def chain_contract(proof, facts):
    claimed, expected = proof.bundle["chain"]["contract"], facts.trust.contract
    demand(expected is None or expected.lower() == claimed, f"the file is for {claimed}")
    demand(facts.code, f"no contract at {claimed}")
    return claimed


def chain_rules(_, facts):
    demand(facts.rules, "the proxy delegates to an account without code")
    code_hash, expected = tohex(keccak256(facts.rules)), facts.trust.rules_hash
    demand(expected is None or expected.lower() == code_hash, f"the rules in force have code hash {code_hash}")
    return f"code hash {code_hash}"


def chain_log(proof, facts):
    demand(facts.log is not None and facts.range is not None, "the contract does not know the log, or is no OtpNotary")
    demand(facts.log[0] == proof.bundle["origin"], "the contract has another origin")
    expected = facts.trust.origin
    demand(expected is None or expected == proof.bundle["origin"], f"log {expected} was asked for")
    count, peaks = facts.range
    demand(facts.log[3] == count, "the node contradicts itself on the number of anchors")
    return f"{count} anchors"


def chain_key(proof, facts):
    key_hash = sha256(proof.bundle["vkey"].encode("utf-8"))
    demand(facts.log[1] == key_hash, "the contract pins another key")
    return tohex(key_hash)


def demand_kept(filed, there):
    """Trees that are perfect in both ranges have one root in both."""
    kept = trees_of(*there) if len(there[1]) == there[0].bit_count() else {}
    for tree, peak in trees_of(*filed).items():
        demand(kept.get(tree, peak) == peak, f"anchors from {tree[0]} on are not those of the file")


def chain_anchors(proof, facts):
    anchors = proof.bundle["anchors"]
    if anchors is None:
        return NOT_YET, "no tree of the file is anchored"
    filed = anchors["count"], [unhex(peak) for peak in anchors["peaks"]]
    count, peaks = facts.range
    demand(count >= filed[0], f"the contract has {count} anchors, the file knows of {filed[0]}")
    demand_kept(filed, facts.range)
    if count == filed[0]:
        return f"peaks at block {facts.block}"
    trees = proof.anchored()
    if facts.later is not None:
        leaves = [anchor_leaf(proof.origin_id, values) for values in facts.later]
        grown, paths = grow(*filed, leaves, {values[0]: path for values, _, path in trees})
        demand(grown == peaks, "the events since do not make up the contract's peaks")
        are_there = all(stands_in(leaf, values[0], paths[values[0]], count, peaks) for values, leaf, _ in trees)
        demand(are_there, "an anchor does not stand in the contract")
        return f"through the events of {len(leaves)} later anchors"
    if all(stands_in(leaf, values[0], path, count, peaks) for values, leaf, path in trees):
        return f"each path ends at a peak at block {facts.block}"
    if facts.past is not None and facts.past[0] == filed[0]:
        demand_kept(filed, facts.past[:2])
        return f"state at block {facts.past[2]}, which this node keeps"
    return NOT_CHECKED, "this node keeps neither the events nor the state since: get the file anew, or ask another"


def chain_held(part):
    def check(proof, _):
        size, _, anchor = proof.tree(proof.bundle[part]["witness"])
        if anchor is None:
            return NOT_YET, f"only signed, in a tree of {size} leaves"
        return f"before {iso(anchor['time'])}, anchor {anchor['index']}"

    return check


def chain_final(proof, facts):
    times = [values[4] for values, _, _ in proof.anchored()]
    if not times:
        return NOT_YET, "no tree of the file is anchored"
    if facts.finalized is None:
        return NOT_YET, "the node names no finalized block"
    if max(times) > facts.finalized[1]:
        return NOT_YET, f"finalized up to {iso(facts.finalized[1])}"
    return f"finalized up to block {facts.finalized[0]}"


def chain_settled(proof, facts):
    next_batch, settlement = facts.log[2], proof.settlement
    if settlement is None:
        return NOT_YET, f"the contract settles batch {next_batch} next, this code is of {proof.leaf['issued']['batch']}"
    took_it = next_batch >= settlement["firstBatch"] + len(settlement["settlements"])
    demand(took_it, f"the contract settles batch {next_batch} next")
    return f"in anchor {proof.settling()[1]['index']}"


def chain_mature(proof, facts):
    life, leaf = facts.log[4], proof.leaf["issued"]
    _, _, issued = proof.tree(proof.bundle["issued"]["witness"])
    demand(issued is not None, "settled before the issue was anchored")
    demand(leaf["expires"] - leaf["at"] <= life * 1000, f"the code was good for longer than {life} s")
    waited = proof.settling()[1]["time"] - issued["time"]
    demand(waited >= life, f"settled {waited} s after the issue was anchored, codes live {life} s")
    return f"{waited} s after the issue was anchored, codes live {life} s"


CHAIN_POINTS = [
    ("chain.id", always, chain_id),
    ("chain.contract", always, chain_contract),
    ("chain.rules", always, chain_rules),
    ("chain.log", always, chain_log),
    ("chain.key", always, chain_key),
    ("chain.anchors", always, chain_anchors),
    ("chain.issued", always, chain_held("issued")),
    ("chain.used", when_used, chain_held("used")),
    ("chain.final", always, chain_final),
    ("chain.settled", always, chain_settled),
    ("chain.mature", when_settled, chain_mature),
]
ON_ANCHORS = {"chain.issued", "chain.used", "chain.final", "chain.settled", "chain.mature"}

# ---------------------------------------------------------------------------------------------------------------------
# Points, outcome, printing
# ---------------------------------------------------------------------------------------------------------------------

EXITS = {"proven": 0, "open": 0, "failed": 1, "undecided": 3}
MARKS = {"proven": "✓", "failed": "✗", NOT_YET: "…", NOT_CHECKED: "?"}
LIMITS = (
    "that the right person typed the code, or over a private channel",
    "the times inside leaves, which the block time of an anchor bounds from above only",
    "that the node tells the truth, or what a contract will do after an upgrade",
    "that nobody was told a code was accepted which the log settled as unused: that is what receipts are for",
)


def iso(seconds):
    try:
        return datetime.fromtimestamp(seconds, timezone.utc).isoformat()
    except (ValueError, OverflowError, OSError):
        return f"{seconds} s"


def iso_ms(milliseconds):
    return iso(milliseconds / 1000)


def judge(points, table, *context):
    """Judges a table of points in order. The first false one ends it."""
    for point, applies, check in table:
        if any(verdict == "failed" for _, verdict, _ in points):
            points.append((point, NOT_CHECKED, "an earlier point failed"))
            continue
        if not applies(context[0]):
            continue
        if point in ON_ANCHORS and ("chain.anchors", NOT_CHECKED) in [(name, verdict) for name, verdict, _ in points]:
            points.append((point, NOT_CHECKED, "rests on chain.anchors"))
            continue
        try:
            found = check(*context)
            points.append((point, "proven", found) if isinstance(found, str) else (point, *found))
        except Refused as refusal:
            points.append((point, "failed", str(refusal)))


def check_file(data, node, trust):
    """The points of a file: (id, verdict, detail). Throws Unreachable."""
    try:
        proof = Proof(read_file(data))
    except Refused as refusal:
        points = [("file.form", "failed", str(refusal))]
        judge(points, LOG_POINTS + CHAIN_POINTS)
        return points
    points = [("file.form", "proven", f"{len(data)} bytes")]
    judge(points, LOG_POINTS, proof)
    if any(verdict == "failed" for _, verdict, _ in points):
        judge(points, CHAIN_POINTS)
    elif node is None:
        points += [(point, NOT_CHECKED, "no chain was asked") for point, _, _ in CHAIN_POINTS]
    else:
        judge(points, CHAIN_POINTS, proof, Facts(node, proof, trust))
    return points


def outcome_of(points):
    """The worst verdict decides."""
    verdicts = {verdict for _, verdict, _ in points}
    for verdict, outcome in (("failed", "failed"), (NOT_CHECKED, "undecided"), (NOT_YET, "open")):
        if verdict in verdicts:
            return outcome
    return "proven"


def printable(line):
    """What a file says must not drive a terminal."""
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp", "Cs") else c for c in line)


def show(name, points, outcome):
    print(printable(name))
    for point, verdict, detail in points:
        print(f"  {MARKS[verdict]} {verdict:<11}  {point:<16}  {printable(detail)}")
    print("  Not proven by any point:")
    for limit in LIMITS:
        print(f"    {limit}")
    print({"open": "GOOD SO FAR"}.get(outcome, outcome.upper()))


def arguments():
    parser = argparse.ArgumentParser(description="Checks proof files of OTP Notary.")
    parser.add_argument("files", nargs="+", metavar="FILE", help="proof file; - reads standard input")
    parser.add_argument("--rpc", metavar="URL", help="Ethereum JSON-RPC; without it no point of the chain is checked")
    parser.add_argument("--contract", metavar="0x…", help="the contract that it must be")
    parser.add_argument("--chain-id", type=int, metavar="N", help="the chain that it must be")
    parser.add_argument("--origin", metavar="NAME", help="the log that it must be of")
    parser.add_argument("--rules-hash", metavar="0x…", help="code hash of the implementation that must be in force")
    parser.add_argument("--complete", action="store_true", help="accept only a proof of which nothing stands out")
    parser.add_argument("--json", action="store_true", help="one line of JSON for each file")
    return parser.parse_args()


def main():
    options = arguments()
    if options.rpc is not None and not options.rpc.startswith(("http://", "https://")):
        print("check_proof: --rpc takes an http or https URL", file=sys.stderr)
        return 2
    node = None if options.rpc is None else Node(options.rpc)
    exits = set()
    for name in options.files:
        try:
            if name == "-":
                data = sys.stdin.buffer.read()
            else:
                with open(name, "rb") as file:
                    data = file.read()
        except OSError as error:
            print(f"check_proof: {printable(name)} cannot be read: {error.strerror}", file=sys.stderr)
            return 2
        try:
            points = check_file(data, node, options)
        except Unreachable as error:
            print(f"check_proof: the chain could not be asked, nothing is known: {printable(str(error))}", file=sys.stderr)
            exits.add(3)
            continue
        outcome = outcome_of(points)
        if options.json:
            listed = [{"id": point, "verdict": verdict, "detail": detail} for point, verdict, detail in points]
            print(json.dumps({"file": name, "outcome": outcome, "points": listed}))
        else:
            show(name, points, outcome)
        exits.add(1 if options.complete and outcome == "open" else EXITS[outcome])
    return next((code for code in (1, 3) if code in exits), 0)


if __name__ == "__main__":
    sys.exit(main())
