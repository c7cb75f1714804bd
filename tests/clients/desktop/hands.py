# SPDX-FileCopyrightText: 2026 The Faultline authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The two ways in which a session is played. Neither has a keyboard."""

import subprocess

from stage import Failure, eventually


class AssistiveHand:
    """By accessible actions alone: nothing is pointed at."""

    programs = ()

    def use(self, thing):
        thing.act("Toggle" if thing.role == "check box" else "Press")

    def choose_node(self, node):
        node.press()


class Mouse:
    """By a pointer that moves and clicks; where, the things say themselves."""

    programs = ("xdotool",)

    def use(self, thing):
        self._click(self._settled(thing))

    def choose_node(self, node):
        self._click(self._settled(node))

    @staticmethod
    def _settled(thing):
        """Where it is, once it no longer moves."""
        places = [None, thing.box()]

        def rests():
            places.append(thing.box())
            return places[-1] == places[-2] and min(places[-1][2:]) > 0
        eventually(f"{thing} has a place", rests)
        return places[-1]

    @staticmethod
    def _click(box):
        left, top, width, height = box
        done = subprocess.run(["xdotool", "mousemove", str(left + width // 2), str(top + height // 2), "click", "1"],
                              check=False, timeout=20)
        if done.returncode != 0:
            raise Failure("the mouse does not click")


HANDS = {"assistive": AssistiveHand, "mouse": Mouse}
