// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "brokerurl.h"

#include <QUrl>

namespace services::broker {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;
using model::result::Result;

namespace {

constexpr int amqpPort = 5672;
constexpr int kafkaPort = 9092;

tl::unexpected<model::result::Error> badUrl(const QString &what)
{
    return failure(Kind::InvalidInput,
                   u"%1: choose embedded:, amqp://user:password@host:port/vhost (RabbitMQ) or "
                   u"kafka://host:port"_s.arg(what));
}

Result<BrokerUrl> rabbitMqOf(const QUrl &url)
{
    BrokerUrl broker{EngineKind::RabbitMq, url.host(), quint16(url.port(amqpPort))};
    broker.user = url.userName(QUrl::FullyDecoded);
    broker.password = url.password(QUrl::FullyDecoded);
    if (broker.user.isEmpty()) { // what RabbitMQ lets in from its own machine
        broker.user = u"guest"_s;
        broker.password = u"guest"_s;
    }
    const QString path = url.path(QUrl::FullyEncoded);
    broker.virtualHost = path.size() > 1 ? QUrl::fromPercentEncoding(path.mid(1).toUtf8()) : u"/"_s;
    return broker;
}

Result<BrokerUrl> kafkaOf(const QUrl &url)
{
    if (!url.userInfo().isEmpty() || url.path().size() > 1)
        return badUrl(u"A Kafka broker's URL has a host and a port and nothing else"_s);
    return BrokerUrl{EngineKind::Kafka, url.host(), quint16(url.port(kafkaPort))};
}

} // namespace

Result<BrokerUrl> BrokerUrl::parse(const QString &text)
{
    if (text == u"embedded:" || text == u"embedded")
        return BrokerUrl{};
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.hasQuery() || url.hasFragment())
        return badUrl(u"This is no broker's URL"_s);
    if (url.scheme() != u"amqp" && url.scheme() != u"kafka")
        return badUrl(u"No broker is known by such a URL"_s);
    if (url.host().isEmpty() || url.port(1) < 1)
        return badUrl(u"The broker's URL names no host, or a port that cannot be"_s);
    return url.scheme() == u"amqp" ? rabbitMqOf(url) : kafkaOf(url);
}

QString BrokerUrl::shown() const
{
    QUrl url = QUrl(text());
    url.setUserInfo({});
    return kind == EngineKind::Embedded ? text() : url.toString(QUrl::FullyEncoded);
}

QString BrokerUrl::text() const
{
    if (kind == EngineKind::Embedded)
        return u"embedded:"_s;
    QUrl url;
    url.setScheme(kind == EngineKind::RabbitMq ? u"amqp"_s : u"kafka"_s);
    url.setHost(host);
    url.setPort(port);
    if (kind == EngineKind::RabbitMq) {
        url.setUserName(user, QUrl::DecodedMode);
        url.setPassword(password, QUrl::DecodedMode);
        const auto encoded = QString::fromLatin1(QUrl::toPercentEncoding(virtualHost));
        url.setPath(u'/' + encoded, QUrl::TolerantMode);
    }
    return url.toString(QUrl::FullyEncoded);
}

} // namespace services::broker
