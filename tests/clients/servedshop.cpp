// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servedshop.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QTest>

namespace tests::clients {

using namespace Qt::StringLiterals;

ServedShop::ServedShop(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.start(QStringLiteral(FAULTLINE_LAB), QStringList{u"serve"_s} + arguments);
    const QDeadlineTimer patience(60000);
    while (!m_process.canReadLine() && m_process.state() != QProcess::NotRunning && !patience.hasExpired())
        m_process.waitForReadyRead(200);
    m_ready = json(m_process.readLine()).toObject();
    if (m_ready.isEmpty())
        m_complaint = QString::fromUtf8(m_process.readAllStandardError());
}

ServedShop::~ServedShop()
{
    if (m_process.state() != QProcess::NotRunning)
        stop();
}

QUrl ServedShop::storefront(const QString &packaging) const
{
    return QUrl(m_ready[u"fleets"_s][packaging][u"storefront"_s].toString());
}

bool ServedShop::crash(const QString &packaging, const QString &unit)
{
    const auto answer = control("POST", u"/fleets/%1/units/%2/crash"_s.arg(packaging, unit));
    return answer.status / 100 == 2 && awaitState(packaging, unit, u"crashed"_s);
}

bool ServedShop::restart(const QString &packaging, const QString &unit)
{
    const auto answer = control("POST", u"/fleets/%1/units/%2/restart"_s.arg(packaging, unit));
    return answer.status / 100 == 2 && awaitState(packaging, unit, u"healthy"_s);
}

Answer ServedShop::control(const QByteArray &method, const QString &path) const
{
    const auto access = m_ready[u"control"_s].toObject();
    const QUrl url(access[u"url"_s].toString() + path);
    const QByteArray token = "Bearer " + access[u"token"_s].toString().toUtf8();
    return ask(method, url, {}, {{"Authorization", token}});
}

bool ServedShop::awaitState(const QString &packaging, const QString &unit, const QString &state) const
{
    return QTest::qWaitFor(
        [&] {
            const auto status = json(control("GET", u"/status"_s).body);
            const auto instances = status[u"fleets"_s][packaging][u"instances"_s].toArray();
            bool found = false;
            for (const auto &instance : instances) {
                if (instance[u"unit"_s] != unit)
                    continue;
                found = true;
                if (instance[u"state"_s] != state)
                    return false;
            }
            return found;
        },
        20000);
}

int ServedShop::stop()
{
    m_process.terminate();
    if (!m_process.waitForFinished(20000)) {
        m_process.kill();
        m_process.waitForFinished();
        return -1;
    }
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

} // namespace tests::clients
