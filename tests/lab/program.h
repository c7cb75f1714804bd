// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QUrl>

#include <functional>
#include <memory>

namespace tests::lab {

// What one run of faultline-lab has left.
struct Ended
{
    int exitCode = -1; // -1: it crashed, or did not end within the limit
    QByteArray data; // stdout
    QString words; // stderr
};

// What the child does to itself before it becomes the program; async-signal-safe calls only.
using Preparation = std::function<void()>;

// Runs the program to its end.
Ended lab(const QStringList &arguments,
          std::chrono::milliseconds limit = std::chrono::seconds(60),
          const Preparation &prepare = {});

// Starts the program; the process is killed with the object.
std::unique_ptr<QProcess> start(const QStringList &arguments, const Preparation &prepare = {});
// Waits for the end of what was started.
Ended ended(QProcess &process, std::chrono::milliseconds limit = std::chrono::seconds(60));
// Waits for a line of stdout; null when the program ends without.
QByteArray readLine(QProcess &process);

struct Heard
{
    int status = 0; // 0: no answer
    QJsonObject body;
};
// One request, blocking.
Heard ask(const QByteArray &method,
          const QUrl &url,
          const QByteArray &token,
          const QByteArray &body = {},
          const QByteArray &host = {});

} // namespace tests::lab
