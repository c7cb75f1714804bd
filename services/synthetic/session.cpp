// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session.h"

namespace services::synthetic {

namespace {

qint64 seconds(std::chrono::system_clock::time_point moment)
{
    return std::chrono::duration_cast<std::chrono::seconds>(moment.time_since_epoch()).count();
}

} // namespace

QString sessionUntil(std::chrono::system_clock::time_point end)
{
    return QString::number(seconds(end));
}

bool isValidAt(const QByteArray &session, std::chrono::system_clock::time_point now)
{
    return session.toLongLong() > seconds(now);
}

} // namespace services::synthetic
