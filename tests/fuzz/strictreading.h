// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace tests::fuzz {

// A message as the standard alone has it. A plain value.
struct StrictMessage
{
    QByteArray firstLine;
    QList<std::pair<QByteArray, QByteArray>> lines; // values without the blanks around them
    QByteArray body;
    qsizetype length = 0; // of all its bytes
};

// Reads a message whose bytes are all there, to the letter of RFC 9112 and with nothing of the program's own
// parser: slow, simple, and a judge of where a message ends. Nothing when the bytes do not begin with a whole
// message. One empty line before a request is skipped. The end of a connection ends no body here.
std::optional<StrictMessage> readStrictly(QByteArrayView bytes);

} // namespace tests::fuzz
