// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/clock.h>
#include <services/platform/platform.h>
#include <services/transport/httpserver.h>
#include <services/transport/router.h>
#include <services/waiting/looptimers.h>

#include <QObject>

namespace services::lab {

// Steers a platform over HTTP on 127.0.0.1, for scripts and tests. Each request needs the token
// (`Authorization: Bearer <token>`) and a Host header that names this machine, so that no web page can reach
// it.
//   GET  /status
//   GET  /audit                                      waits until the books balance, for a while
//   POST /safeguards                                 {"safeguard": "inbox", "on": false}; also
//                                                    /fleets/{fleet}/safeguards
//   POST /shoppers                                   {"perSecond": 20}
//   POST /policies                                   {"policies": "none"}; see
//   model/operation/policychangereader.h POST /fleets/{fleet}/policies                    the same for one
//   fleet POST /faults                                     {"fault": "slow:payments,delay=800"} POST
//   /faults/lift                                the same; without a body: all POST
//   /fleets/{fleet}/units/{unit}/crash          also restart POST /fleets/{fleet}/units/{unit}/scale
//   {"instances": 2} POST /fleets/{fleet}/units/{unit}/autoscale      {"target": 0.6, "most": 4}; see
//   autoscalingreader.h there POST /fleets/{fleet}/units/{unit}/stop-autoscaling POST
//   /fleets/{fleet}/instances/{instance}/crash  also restart
// Main thread; the platform outlives it.
class ControlApi : public QObject
{
    Q_OBJECT
public:
    ControlApi(platform::Platform &platform, model::system::System system);

    // Makes up a token and listens on a free port.
    model::result::Result<void> listen();
    QString url() const;
    QString token() const { return QString::fromLatin1(m_token); }

private:
    using Action = std::function<QFuture<model::result::Result<void>>(const contract::Request &)>;

    void offer(const QString &operation, Action action);
    void offerVerbs();
    void answer(transport::HttpRequest http, const transport::HttpResponder &responder);
    void tellStatus(const transport::HttpResponder &responder);
    void tellBooks(const transport::HttpResponder &responder);
    QFuture<model::result::Result<void>> scale(const contract::Request &request);
    QFuture<model::result::Result<void>> autoscale(const contract::Request &request);
    QFuture<model::result::Result<void>> inject(const contract::Request &request);
    QFuture<model::result::Result<void>> lift(const contract::Request &request);
    QFuture<model::result::Result<void>> setShoppers(const contract::Request &request);
    QFuture<model::result::Result<void>> setPolicies(const contract::Request &request);
    QFuture<model::result::Result<void>> setSafeguard(const contract::Request &request);

    platform::Platform &m_platform;
    const model::system::System m_system; // of all fleets
    contract::SystemClock m_clock;
    waiting::LoopTimers m_timers;
    transport::Router m_router;
    QHash<QString, Action> m_actions; // by operation
    transport::HttpServer m_server;
    QByteArray m_token;
    quint16 m_port = 0;
};

} // namespace services::lab
