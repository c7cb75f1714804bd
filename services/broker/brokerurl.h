// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/result.h>

#include <QString>

namespace services::broker {

enum class EngineKind
{
    Embedded, // the one that Faultline brings along
    RabbitMq,
    Kafka,
};

// Which broker is meant: "embedded:", "amqp://user:password@host:port/vhost" or "kafka://host:port". A value.
// What has a password in it is never shown.
struct BrokerUrl
{
    EngineKind kind = EngineKind::Embedded;
    QString host;
    quint16 port = 0;
    QString user{};
    QString password{};
    QString virtualHost{}; // of RabbitMQ

    // InvalidInput with a sentence which says what a URL may be, and does not repeat what was given.
    static model::result::Result<BrokerUrl> parse(const QString &text);
    // Without the password and the user, for people.
    QString shown() const;
    // The same, with everything: for nobody but parse().
    QString text() const;

    bool operator==(const BrokerUrl &) const = default;
};

} // namespace services::broker
