#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Faultline authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""play.py PROGRAM assistive|mouse: plays a whole session on the real desktop, on a display and buses of its own, by
accessible actions alone or by the mouse alone. Ends with 0, with 1 and the reason, or with 77 and what is not
installed. What was there when it failed lies then as session-HAND.txt and .png in the current folder."""

import os
import sys

import hands
import stage


OWN_WORDS = "faultline."  # what the program notes down itself; the rest are complaints of Qt's


def play(on, hand, name):
    program = on.open()
    import reader  # finds its bus while it is loaded
    from session import Session
    seen = reader.Reader()
    try:
        Session(seen, hand).play()
        on.close(program)
    except Exception:
        with open(f"session-{name}.txt", "w", encoding="utf-8") as file:
            file.write(seen.transcript() if program.poll() is None else f"The program ended with {program.poll()}.")
        on.picture(f"session-{name}.png")
        raise
    with open(on.said, encoding="utf-8") as said:
        return "".join(line for line in said if not line.startswith(OWN_WORDS)).strip()


def main():
    program, name = sys.argv[1:]
    hand = hands.HANDS[name]()
    absent = stage.missing(*hand.programs)
    if absent:
        print(f"Not installed: {absent}. ./dev test installs it.")
        return stage.SKIPPED
    with stage.Stage(os.path.abspath(program)) as on:
        try:
            complaint = play(on, hand, name)
        except stage.Failure as failure:
            print(f"FAILED: {failure}")
            return 1
    if complaint:
        print(f"FAILED: the program said: {complaint}")
    return 1 if complaint else 0


if __name__ == "__main__":
    sys.exit(main())
