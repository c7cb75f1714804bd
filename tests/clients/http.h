// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QUrl>

namespace tests::clients {

struct Answer
{
    int status = 0; // 0: no answer at all
    QByteArray body;
    QByteArray mediaType;
};

// One blocking request with Qt's own client (a client that is not ours): for driving what is under test from
// a test's thread. `body` null: none.
Answer ask(const QByteArray &method,
           const QUrl &url,
           const QByteArray &body = {},
           const QList<std::pair<QByteArray, QByteArray>> &headers = {});
// The JSON of a body; Undefined when it is none.
QJsonValue json(const QByteArray &body);

} // namespace tests::clients
