// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>

namespace services::platform {

// Turns SIGINT and SIGTERM into a Qt signal of the main thread, while it lives. At most one at a time.
class StopSignals : public QObject
{
    Q_OBJECT
public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void stopRequested();

private:
    std::array<int, 2> m_pipe;
    QSocketNotifier m_notifier;
};

} // namespace services::platform
