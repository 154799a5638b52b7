"""Drives OSRM for `cargo xtask bench roads` and prints what it measured as one JSON object.

drive_osrm.py prepare EXTRACT.osm.pbf FOLDER            osrm-extract and osrm-contract with car.lua, one thread
drive_osrm.py tables FOLDER PAIRS.csv FROM.csv TO.csv…  Table from each list to the next, and the pairs' times
"""

import csv
import json
import os
import resource
import sys
from pathlib import Path

import osrm


def run(program, *args):
    """Runs one of OSRM's programs: processor seconds and the most memory."""
    package = Path(osrm.__file__).parent
    path = package / "bin" / program
    log = os.open(os.devnull, os.O_WRONLY)
    actions = [(os.POSIX_SPAWN_DUP2, log, 1), (os.POSIX_SPAWN_DUP2, log, 2)]
    # The program uses the machine's own libraries, whatever this Python runs with.
    child = os.posix_spawn(path, [str(path), "-t", "1", *map(str, args)], {}, file_actions=actions)
    _, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"{program} failed with status {status}")
    return {"cpu": used.ru_utime + used.ru_stime, "peak_bytes": used.ru_maxrss * 1024}


def prepare(extract, folder):
    extract, folder = Path(extract), Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("roads.*"):
        old.unlink()
    source = folder / "roads.osm.pbf"
    source.symlink_to(extract.resolve())
    profile = Path(osrm.__file__).parent / "share" / "profiles" / "car.lua"
    said = {"extract": run("osrm-extract", "-p", profile, source)}
    said["contract"] = run("osrm-contract", folder / "roads.osrm")
    said["bytes"] = sum(file.stat().st_size for file in folder.glob("roads.osrm.*"))
    return said


def points(path, *columns):
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    return [tuple((float(row[lon]), float(row[lat])) for lon, lat in columns) for row in rows]


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def table(engine, origins, destinations):
    """A table of seconds, and the processor seconds that it took."""
    asked = osrm.TableParameters(
        coordinates=origins + destinations,
        sources=list(range(len(origins))),
        destinations=list(range(len(origins), len(origins) + len(destinations))),
        annotations=["duration"],
        generate_hints=False,
    )
    before = cpu()
    answer = engine.Table(asked)
    return answer["durations"], cpu() - before


def tables(folder, pairs, *lists):
    before = cpu()
    engine = osrm.OSRM(
        storage_config=str(Path(folder) / "roads.osrm"),
        algorithm="CH",
        use_shared_memory=False,
        max_locations_distance_table=1_000_000,
    )
    said = {"load_cpu": cpu() - before}
    ends = points(pairs, ("from_lon", "from_lat"), ("to_lon", "to_lat"))
    # The pairs come first, so that no measured table has to read the data in.
    durations, _ = table(engine, [start for start, _ in ends], [end for _, end in ends])
    said["pairs"] = [row[index] for index, row in enumerate(durations)]
    said["cpu"] = []
    for origins, destinations in zip(lists[::2], lists[1::2]):
        origins, destinations = (
            [point for (point,) in points(path, ("lon", "lat"))] for path in (origins, destinations)
        )
        said["cpu"].append(table(engine, origins, destinations)[1])
    said["peak_bytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return said


COMMANDS = {"prepare": prepare, "tables": tables}
print(json.dumps(COMMANDS[sys.argv[1]](*sys.argv[2:])))
