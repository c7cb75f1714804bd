// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

namespace services::synthetic {

// A synthetic customer's session is the moment of its end and proves nothing else: whoever asks for one gets
// it.
QString sessionUntil(std::chrono::system_clock::time_point end);
bool isValidAt(const QByteArray &session, std::chrono::system_clock::time_point now);

} // namespace services::synthetic
