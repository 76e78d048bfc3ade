"""Answers searches by notmuch's library, a line of JSON each: how long the newest 50 take, or all ids."""

import json
import statistics
import sys
import time

import notmuch2

NEWEST = notmuch2.Database.SORT.NEWEST_FIRST


def newest(database, query):
    found = []
    for message in database.messages(query, sort=NEWEST, exclude_tags=[]):
        found.append(message.messageid)
        if len(found) == 50:
            break
    return found


def timed(database, query, runs):
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        newest(database, query)
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000


def main(maildir, config):
    database = notmuch2.Database(maildir, mode=notmuch2.Database.MODE.READ_ONLY, config=config)
    for line in sys.stdin:
        asked = json.loads(line)
        if asked["runs"] > 0:
            answer = timed(database, asked["query"], asked["runs"])
        else:
            answer = [message.messageid for message in database.messages(asked["query"], exclude_tags=[])]
        print(json.dumps(answer), flush=True)


main(*sys.argv[1:])
