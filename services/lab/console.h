// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/checked.h>

#include <QByteArray>
#include <QString>

namespace services::lab {

// How the program ends; other programs rely on the numbers.
enum class ExitCode
{
    Well = 0,
    NotAsExpected = 1, // an expectation does not hold, or the books do not balance
    BadInput = 2, // wrong arguments, files, folders or ports: the message says which and what to do
    Interrupted = 130, // by Ctrl+C or SIGTERM before the end
};

// Data goes to stdout, words for people go to stderr, each at once.
// A full disk or a closed pipe behind stdout is an error: false.
bool writeData(const QByteArray &data);
void say(const QString &words);
// Each error on a line of its own: "place: message".
void say(const model::result::Error &error);
void say(const model::result::Errors &errors);

} // namespace services::lab
