"""Listens at one end of a virtual cable and writes a line of JSON for each packet that comes out of the other end.

usage: python3 listen.py INTERFACE FILE
"""

import json
import socket
import struct
import sys
import time

interface, file = sys.argv[1:]
everything = 0x0003
outgoing = 4
transports = {6: "TCP", 17: "UDP", 1: "ICMP", 2: "IGMP", 58: "ICMPv6", 132: "SCTP"}


def address_of(family, octets):
    return socket.inet_ntop(family, octets)


def describe(frame):
    (kind,) = struct.unpack("!H", frame[12:14])
    body = frame[14:]
    if kind == 0x0800 and len(body) >= 20:
        header = (body[0] & 0x0F) * 4
        name = transports.get(body[9], f"IP protocol {body[9]}")
        target = address_of(socket.AF_INET, body[16:20])
        return name, target, body[header:]
    if kind == 0x86DD and len(body) >= 40:
        following, rest = body[6], body[40:]
        # Hop-by-hop options stand before what the kernel says about multicast groups.
        if following == 0 and len(rest) >= 8:
            following, rest = rest[0], rest[(rest[1] + 1) * 8 :]
        name = transports.get(following, f"IP protocol {following}")
        return name, address_of(socket.AF_INET6, body[24:40]), rest
    return {0x0806: "ARP"}.get(kind, f"ethernet {kind:#06x}"), "", b""


def port_of(name, transport):
    if name in ("TCP", "UDP", "SCTP") and len(transport) >= 4:
        return struct.unpack("!H", transport[2:4])[0]
    return None


with socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(everything)) as cable, open(
    file, "a", encoding="utf-8"
) as log:
    cable.bind((interface, 0))
    print("listening", flush=True)
    while True:
        frame, (_, _, packet_type, _, _) = cable.recvfrom(65535)
        if packet_type == outgoing:
            continue
        name, target, transport = describe(frame)
        line = {
            "at": int(time.time() * 1000),
            "transport": name,
            "to": target,
            "port": port_of(name, transport),
            "length": len(frame),
            "start": transport[8:72].hex() if name == "UDP" else "",
        }
        log.write(json.dumps(line) + "\n")
        log.flush()
