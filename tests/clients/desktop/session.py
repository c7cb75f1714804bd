# SPDX-FileCopyrightText: 2026 The Faultline authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A whole session: choose a node, crash it, read what customers lose, restart it, send a request, open its trace, follow
it. How a thing is used (an accessible action, or a click of the mouse) is the hand's business; what is there is
always read over AT-SPI."""

import re
import time

from stage import Failure, eventually
import words

SLOW = 60  # seconds, for what the shops take their time for on a busy machine


class Session:
    """The hand is told to use(thing) and to choose_node(node)."""

    def __init__(self, reader, hand):
        self._reader = reader
        self._hand = hand
        self._began = time.monotonic()
        self._node = None
        self._journeys = None

    def _note(self, what):
        print(f"{time.monotonic() - self._began:6.1f} s  {what}", flush=True)

    def _use(self, word):
        self._hand.use(self._reader.usable(word))

    def play(self):
        for step in (self.choose_a_node, self.hear_what_there_is, self.crash_it, self.read_the_journeys, self.restart_it, self.send_a_request,
                     self.open_its_trace, self.follow_it):
            step()
            self._note(step.__name__.replace("_", " "))

    def choose_a_node(self):
        reader = self._reader
        graph = reader.wait(words.GRAPH, seconds=SLOW)
        self._node = reader.wait(words.NODE, graph, SLOW)
        eventually("the node is up", lambda: words.NODE_IS_WELL in self._node.name, SLOW)
        self._journeys = reader.wait(words.JOURNEYS)
        reader.wait(words.journey_is("working"), self._journeys, SLOW)
        self._hand.choose_node(self._node)
        eventually("the node is chosen", lambda: self._node.is_selected)

    def hear_what_there_is(self):
        """Whatever can be used has a name, and nothing is read out as markup."""
        nameless = [str(thing) for thing in self._reader.everything() if thing.role in words.USED and not thing.name]
        marked = [str(thing) for thing in self._reader.everything() if re.search("</?[a-z]+>", thing.description)]
        if nameless or marked:
            raise Failure(f"without a name: {nameless}; with markup: {marked}")

    def crash_it(self):
        self._use(words.CRASH)
        eventually("the node is down", lambda: words.NODE_IS_DOWN in self._node.name)

    def read_the_journeys(self):
        self._reader.wait(words.journey_is("down"), self._journeys, SLOW)
        for journey in words.JOURNEYS_THAT_GO_ON:
            if self._reader.find(("table cell", journey), self._journeys) is None:
                raise Failure(f"no cell says {journey}")

    def restart_it(self):
        self._use(words.RESTART)
        eventually("the node is up again", lambda: words.NODE_IS_WELL in self._node.name)
        self._reader.wait(words.journey_is("working"), self._journeys, SLOW)

    def send_a_request(self):
        self._use(words.PREPARE_REQUEST)
        self._use(words.SEND)
        self._reader.wait(words.ANSWER_IS_FINE)
        answer = self._reader.wait(words.ANSWER)
        eventually("the answer names products", lambda: words.IN_ANSWER in answer.words())

    def open_its_trace(self):
        self._use(words.TRACE_OF_ANSWER)
        waterfall = self._reader.wait(words.WATERFALL)
        eventually("the trace has spans", lambda: any(True for _ in waterfall.children()))

    def follow_it(self):
        self._use(words.FOLLOW)
        story = self._reader.wait(words.story_in(words.SHAPE))
        steps = eventually("the story has steps", lambda: list(story.children()))
        eventually("the story begins", lambda: steps[0].is_selected)
        self._use(words.NEXT_STEP)
        eventually("the second step is told", lambda: steps[1].is_selected)
        self._use(words.BACK_TO_LIST)
        self._reader.gone(words.story_in(words.SHAPE))
