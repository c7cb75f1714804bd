# SPDX-FileCopyrightText: 2026 The Faultline authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The program as a screen reader meets it: things with a role and a name, over AT-SPI. Import this only when the Stage
is set up: the library finds its bus while it is loaded."""

import re

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from stage import Failure, eventually  # noqa: E402

State = Atspi.StateType
COLLECTIONS = ("list", "table")
WINDOWS = ("frame", "dialog", "popup menu")
CALL_TIMEOUT_MS = 5000  # a program that does not answer for so long hangs


class Thing:
    """One accessible object. What it says is asked anew each time."""

    def __init__(self, accessible):
        self._it = accessible

    @property
    def name(self):
        return self._it.get_name() or ""

    @property
    def description(self):
        return self._it.get_description() or ""

    @property
    def role(self):
        return self._it.get_role_name()

    def has(self, state):
        return self._it.get_state_set().contains(state)

    @property
    def is_showing(self):
        return self.has(State.SHOWING)

    @property
    def is_usable(self):
        return self.has(State.SENSITIVE)

    @property
    def is_selected(self):
        return self.has(State.SELECTED)

    def box(self):
        """(x, y, width, height) on the screen."""
        box = self._it.get_extents(Atspi.CoordType.SCREEN)
        return box.x, box.y, box.width, box.height

    def children(self):
        for index in range(self._it.get_child_count()):
            child = self._it.get_child_at_index(index)
            if child is not None:
                yield Thing(child)

    def words(self):
        """What stands in a text."""
        return Atspi.Text.get_text(self._it, 0, Atspi.Text.get_character_count(self._it))

    def act(self, action):
        """Does the action of this name; Failure when it is not offered, or the thing cannot be used."""
        if not self.is_usable:
            raise Failure(f"{self} is disabled")
        offered = [self._it.get_action_name(index) for index in range(self._it.get_n_actions())]
        if action not in offered:
            raise Failure(f"{self} offers {offered}, not {action}")
        self._it.do_action(offered.index(action))

    def press(self):
        self.act("Press")

    def __str__(self):
        return f"{self.role} '{self.name}'"


class Reader:
    """Finds things in the program's windows."""

    def __init__(self, program="faultline"):
        Atspi.init()
        Atspi.set_timeout(CALL_TIMEOUT_MS, 20000)
        self._application = eventually(f"{program} is on the accessibility bus", lambda: self._on_the_bus(program), 30)
        self._application.set_cache_mask(Atspi.Cache.ROLE)  # the rest changes, and nobody would tell us

    @staticmethod
    def _on_the_bus(program):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for index in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(index)
            if found is not None and found.get_name() == program:
                return found
        return None

    def all(self, word, within=None):
        """What shows itself and has this role and name (role, pattern), in the order of reading, while it is asked for.
        What is in a list or a table is looked for only within that one: there may be thousands."""
        role, pattern = word
        for thing in self._walk(within or Thing(self._application), within is not None):
            if thing.role == role and re.search(pattern, thing.name):
                yield thing

    def find(self, word, within=None):
        """The first of these, or nothing."""
        return next(self.all(word, within), None)

    def wait(self, word, within=None, seconds=20):
        return eventually(f"there is a {word[0]} '{word[1]}'", lambda: self.find(word, within), seconds)

    def gone(self, word, seconds=20):
        eventually(f"the {word[0]} '{word[1]}' is gone", lambda: self.find(word) is None, seconds)

    def usable(self, word, within=None, seconds=20):
        """The first of these that can be used."""
        return eventually(f"the {word[0]} '{word[1]}' can be used",
                          lambda: next((thing for thing in self.all(word, within) if thing.is_usable), None), seconds)

    def _walk(self, thing, into_collections=False):
        try:
            if thing.role in COLLECTIONS and not into_collections:
                return
            for child in thing.children():
                if child.is_showing or child.role in WINDOWS:
                    yield child
                    yield from self._walk(child)
        except GLib.Error:
            pass  # it has gone while we looked

    def everything(self):
        """All that shows itself, but for what is in lists and tables."""
        return self._walk(Thing(self._application))

    def transcript(self):
        """The same as text, for whoever looks for the reason of a failure."""
        return "\n".join(f"{thing} {thing.box()} {thing.description}" for thing in self.everything())
