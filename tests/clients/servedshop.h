// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http.h"

#include <QJsonObject>
#include <QProcess>

namespace tests::clients {

// `faultline-lab serve` as a process of its own, driven through its control address. Stopped with SIGTERM.
class ServedShop
{
public:
    // Blocks until the shops serve. Check isServing().
    explicit ServedShop(const QStringList &arguments = {});
    ~ServedShop();
    ServedShop(const ServedShop &) = delete;
    ServedShop &operator=(const ServedShop &) = delete;

    bool isServing() const { return !m_ready.isEmpty(); }
    QString complaint() const { return m_complaint; }
    QUrl storefront(const QString &packaging) const;
    qint64 processId() const { return m_process.processId(); }

    // Each answers whether the control address agreed; they return when the fleet's state says so.
    bool crash(const QString &packaging, const QString &unit);
    bool restart(const QString &packaging, const QString &unit);
    // SIGTERM; the exit code, or -1 when it did not end by itself.
    int stop();

private:
    Answer control(const QByteArray &method, const QString &path) const;
    bool awaitState(const QString &packaging, const QString &unit, const QString &state) const;

    QProcess m_process;
    QJsonObject m_ready;
    QString m_complaint;
};

} // namespace tests::clients
