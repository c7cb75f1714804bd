# SPDX-FileCopyrightText: 2026 The Faultline authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the program calls the things that a session needs: (role, pattern of the accessible name), in one place."""

USED = ("push button", "check box", "combo box", "slider", "spin button", "text", "page tab", "list", "table")
SHAPE = "Microservices"
GRAPH = ("list", "^Graph of Microservices$")
NODE = ("list item", "^Catalogue, Microservices")
NODE_IS_WELL = "1 of 1 instances up"
NODE_IS_DOWN = "0 of 1 instances up"
CRASH = ("push button", "^Crash$")
RESTART = ("push button", "^Restart$")
JOURNEYS = ("table", "^What customers can do right now$")
JOURNEYS_THAT_GO_ON = (r"^Search, Microservices: working\b", r"^Browse, Monolith: working\b")
PREPARE_REQUEST = ("push button", "^Send a request")
SEND = ("push button", "^Send$")
ANSWER_IS_FINE = ("label", r"^✓ 200\b")
ANSWER = ("text", "^Answer$")
IN_ANSWER = '"items"'
TRACE_OF_ANSWER = ("push button", "^Trace$")
WATERFALL = ("list", "^Waterfall of the request$")
FOLLOW = ("push button", "^Follow$")
NEXT_STEP = ("push button", "^Next")
BACK_TO_LIST = ("push button", "All requests$")


def journey_is(state):
    """The cell of one journey that needs the node."""
    return ("table cell", rf"^Browse, Microservices: {state}\b")


def story_in(shape):
    """Where a request of the shape is told."""
    return ("list", f"^The request's story in {shape}$")
