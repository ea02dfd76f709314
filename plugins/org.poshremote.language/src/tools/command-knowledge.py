#!/usr/bin/env python3
"""Makes src/main/resources/org/poshremote/language/knowledge/commands.txt.

usage: command-knowledge.py FOLDER > commands.txt

FOLDER holds the compatibility profiles of PSScriptAnalyzer (Engine/Settings/*.json of github.com/PowerShell/PSScriptAnalyzer, MIT):
which commands each version of PowerShell has, with their parameters. Only these facts are taken; the format is ours and is
described in CommandFile.java.
"""
import json
import re
import sys

PROFILES = [("desktop-2.0-windows", 1), ("desktop-3.0-windows", 2), ("desktop-4.0-windows", 4),
            ("desktop-5.1.14393.206-windows", 8), ("core-6.1.0-windows", 0x10), ("core-6.1.0-linux", 0x20)]
TOKEN = re.compile(r"\[\[-(?P<op>[\w-]+)\] <(?P<opt>[^>]*(?:>[^>\]]*)?)>\]|\[-(?P<mp>[\w-]+)\] <(?P<mpt>[^>]*)>|\[-(?P<on>[\w-]+) <(?P<ont>[^>]*)>\]"
                   r"|\[-(?P<sw>[\w-]+)\]|-(?P<mn>[\w-]+) <(?P<mnt>[^>]*)>|-(?P<msw>[\w-]+)|\[<(?P<end>(?:Workflow)?CommonParameters)>\]")
COMMON = {"verbose", "debug", "erroraction", "warningaction", "errorvariable", "warningvariable", "outvariable", "outbuffer"}


def sets_of(text):
    """Parameter sets; each a list of (name, type, mandatory, positional)."""
    if isinstance(text, list):
        return [part for one in text for part in sets_of(one if isinstance(one, str) else "")]
    found, current = [], []
    for match in TOKEN.finditer(re.sub(r" \{[^}]*\}", "", text or "")):
        g = match.groupdict()
        if g["end"]:
            if g["end"] == "CommonParameters":
                found.append(current)
                current = []
        elif g["op"]:
            current.append((g["op"], g["opt"], False, True))
        elif g["mp"]:
            current.append((g["mp"], g["mpt"], True, True))
        elif g["on"]:
            current.append((g["on"], g["ont"], False, False))
        elif g["sw"]:
            current.append((g["sw"], "-", False, False))
        elif g["mn"]:
            current.append((g["mn"], g["mnt"], True, False))
        else:
            current.append((g["msw"], "-", True, False))
    if current:
        found.append(current)
    # the profile of 2.0 writes the common parameters out
    return [[p for p in part if p[0].lower() not in COMMON] for part in found]


def short(kind):
    kind = kind.split("#")[-1].split(".")[-1].split("+")[-1].replace(" ", "")
    low = kind.lower()
    return low if low in ("string", "string[]", "int32", "int32[]", "object", "object[]", "pscredential", "switch") else kind


def main(folder):
    commands, modules = {}, []
    for profile, bit in PROFILES:
        with open(f"{folder}/{profile}.json", encoding="utf-8-sig") as file:
            data = json.load(file)
        for module in data["Modules"]:
            name = module["Name"]
            exported = module["ExportedCommands"] or []
            for command in [exported] if isinstance(exported, dict) else exported:
                if re.fullmatch(r"[A-Z]:", command["Name"]) or not re.fullmatch(r"[\w-]+", command["Name"]) or "-" not in command["Name"] or command["Name"].lower() == "get-streamhash":
                    continue
                entry = commands.setdefault(command["Name"].lower(), {"mask": 0, "params": {}, "module": name, "sets": []})
                entry["name"] = command["Name"]
                entry["mask"] |= bit
                if name != "Microsoft.PowerShell.Core" or bit != 1:
                    entry["module"] = name
                sets = sets_of(command["ParameterSets"])
                if sets and bit != 0x20:
                    entry["sets"] = sets
                for one in {parameter[0].lower(): parameter for part in sets for parameter in part}.values():
                    parameter = entry["params"].setdefault(one[0].lower(), [one[0], one[1], 0])
                    parameter[0], parameter[1] = one[0], one[1]
                    parameter[2] |= bit
    print("# PoshRemote command knowledge, format 1. Made by src/tools/command-knowledge.py; facts from the profiles of PSScriptAnalyzer (MIT).")
    current = None
    for entry in sorted(commands.values(), key=lambda e: (e["module"].lower(), e["name"].lower())):
        if entry["module"] != current:
            current = entry["module"]
            print("@" + current)
        ordered = list(entry["params"].values())
        ordered.sort(key=lambda p: p[0].lower())
        index = {p[0].lower(): i for i, p in enumerate(ordered)}
        words = []
        for name, kind, mask in ordered:
            text = short(kind)
            words.append(name + {"string": "", "-": "?"}.get(text, ":" + text) + ("" if mask == entry["mask"] else "@%x" % mask))
        every = set.intersection(*[{p for p in map(tuple, part)} for part in entry["sets"]]) if entry["sets"] else set()
        free = {p for p in every if not p[2] and not p[3]}
        sets = []
        for part in entry["sets"]:
            sets.append(".".join(f"{index[p[0].lower()]}{'!' if p[2] else ''}{'*' if p[3] else ''}" for p in part if p not in free))
        sets = sorted(set(sets), key=sets.index)
        print("\t".join([entry["name"], "%x" % entry["mask"], " ".join(words), "|".join(sets)]))


main(sys.argv[1])
