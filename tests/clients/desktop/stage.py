# SPDX-FileCopyrightText: 2026 The Faultline authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the real program needs around it, all of it our own: a display, a window manager, a session bus with the
accessibility bus on it, and settings in a folder that is thrown away."""

import ctypes
import os
import shutil
import signal
import subprocess
import tempfile
import time

ASSISTIVE_BUS = "/usr/libexec/at-spi-bus-launcher"
SKIPPED = 77  # what ctest takes for "not run"

WINDOW_MANAGER_RULES = """<openbox_config xmlns="http://openbox.org/3.4/rc"><applications>
<application type="normal" title="Faultline*"><decor>no</decor><maximized>yes</maximized></application>
</applications></openbox_config>"""


PR_SET_PDEATHSIG = 1


def _die_with_parent(libc=ctypes.CDLL(None)):
    """So that nothing is left when the test is killed because it took too long."""
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Failure(Exception):
    """What did not happen, in words."""


def eventually(what, ask, seconds=20):
    """Asks until the answer is true, and returns it. Failure after so many seconds."""
    end = time.monotonic() + seconds
    while True:
        answer = ask()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Failure(f"{what}: not within {seconds} s")
        time.sleep(0.2)


def missing(*programs):
    """What is not installed here, as text; empty when all is."""
    absent = [name for name in (*programs, "Xvfb", "openbox", "dbus-daemon", ASSISTIVE_BUS) if not shutil.which(name)]
    try:
        import gi
        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError):
        absent.append("gir1.2-atspi-2.0")
    return ", ".join(absent)


class Stage:
    """As a context: set up on entry, and all that it started has ended on leaving."""

    def __init__(self, program, size="1440x900"):
        self._program = program
        self._size = size
        self._running = []
        self._room = tempfile.mkdtemp(prefix="faultline-stage-")
        self.said = os.path.join(self._room, "said")

    def __enter__(self):
        try:
            self._set_up()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self._running):
            if process.poll() is None:
                process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self._room, ignore_errors=True)

    def _start(self, *command, **options):
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, preexec_fn=_die_with_parent, **options)
        self._running.append(process)
        return process

    def _first_line(self, *command):
        process = self._start(*command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = process.stdout.readline().strip()
        if not line:
            raise Failure(f"{command[0]} does not start")
        return line

    def _set_up(self):
        for folder in ("config/faultline", "run"):
            os.makedirs(os.path.join(self._room, folder), mode=0o700)
        rules = os.path.join(self._room, "openbox.xml")
        with open(rules, "w", encoding="utf-8") as file:
            file.write(WINDOW_MANAGER_RULES)
        os.environ.pop("WAYLAND_DISPLAY", None)
        os.environ.pop("AT_SPI_BUS_ADDRESS", None)
        os.environ.update({
            "HOME": self._room, "XDG_CONFIG_HOME": f"{self._room}/config", "XDG_RUNTIME_DIR": f"{self._room}/run",
            "QT_QPA_PLATFORM": "xcb", "QT_ACCESSIBILITY": "1", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LC_ALL": "C.UTF-8", "NO_AT_BRIDGE": "1"})
        os.environ["DISPLAY"] = ":" + self._first_line(
            "Xvfb", "-displayfd", "1", "-screen", "0", f"{self._size}x24", "-nolisten", "tcp")
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self._first_line(
            "dbus-daemon", "--session", "--nofork", "--print-address=1")
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._start("openbox", "--config-file", rules, **quiet)
        self._start(ASSISTIVE_BUS, "--launch-immediately", **quiet)

    def open(self):
        """Starts the program; the process."""
        with open(self.said, "wb") as said:
            return self._start(self._program, stdout=said, stderr=said)

    @staticmethod
    def close(process):
        """Asks the program to end, as the session does; Failure when it does not end well."""
        process.send_signal(signal.SIGTERM)
        try:
            code = process.wait(20)
        except subprocess.TimeoutExpired as late:
            raise Failure("the program does not end") from late
        if code != 0:
            raise Failure(f"the program ended with {code}")

    def picture(self, path):
        """What the display shows, for whoever looks for the reason of a failure."""
        if shutil.which("import"):
            subprocess.run(["import", "-silent", "-window", "root", path], check=False, timeout=20)
