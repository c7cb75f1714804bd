// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servesession.h"

#include "statusjson.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace services::lab {

using namespace Qt::StringLiterals;
using model::result::Result;
using platform::Snapshot;

ServeSession::ServeSession(platform::PlatformOptions options,
                           std::shared_ptr<const assembly::ComponentFactory> factory)
    : m_platform(options, std::move(factory))
    , m_control(m_platform, std::move(options.system))
{
}

void ServeSession::begin()
{
    m_platform.start().then(this, [this](const Result<void> &started) {
        if (!started)
            return giveUp(started.error());
        if (const auto listening = m_control.listen(); !listening)
            return giveUp(listening.error());
        announce();
    });
}

void ServeSession::announce()
{
    m_platform.snapshot().then(this, [this](const Result<Snapshot> &snapshot) {
        if (!snapshot)
            return giveUp(snapshot.error());
        const QJsonObject control{{u"url"_s, m_control.url()}, {u"token"_s, m_control.token()}};
        const QJsonObject ready{{u"fleets"_s, addressesJson(*snapshot)}, {u"control"_s, control}};
        if (!writeData(QJsonDocument(ready).toJson(QJsonDocument::Compact) + '\n')) {
            m_exitCode = ExitCode::BadInput;
            stop();
        }
    });
}

void ServeSession::giveUp(const model::result::Error &error)
{
    say(error);
    m_exitCode = ExitCode::BadInput;
    stop();
}

void ServeSession::stop()
{
    if (std::exchange(m_isStopping, true))
        return;
    m_platform.stop().then(this, [](const Result<void> &stopped) {
        if (!stopped)
            say(stopped.error());
        QCoreApplication::quit();
    });
}

} // namespace services::lab
