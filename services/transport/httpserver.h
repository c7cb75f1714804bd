// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httplimits.h"
#include "httpresponder.h"

#include <model/result/result.h>
#include <services/waiting/timers.h>

#include <QObject>

#include <functional>
#include <memory>

namespace services::transport {

using model::result::Error;
using model::result::failure;
using model::result::Kind;
using model::result::Result;

// An HTTP/1.1 endpoint on 127.0.0.1, for one thread: made, used and destroyed in it. Hands on each complete,
// well-formed request; everything else it answers by itself and closes. A client that misbehaves costs it
// bounded memory and time (HttpLimits) and never an error of ours.
class HttpServer : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<void(HttpRequest, HttpResponder)>;

    // The timers must outlive the server.
    HttpServer(HttpLimits limits, waiting::Timers &timers, Handler handler, QObject *parent = nullptr);
    // As reset(), if it still listens or has connections.
    ~HttpServer() override;

    // Port 0: any free one. Answers the port; Conflict when it is taken. May be called again after close or
    // reset.
    Result<quint16> listen(quint16 port);
    quint16 port() const; // 0: not listening
    // Nobody can connect from now on, until listen(); who is connected gets one more answer, which ends the
    // connection.
    void refuse();
    // Stops accepting, lets requests in progress be answered, then ends each connection in good order.
    void close();
    // A crash as its clients see it: stops listening and resets every connection at once.
    void reset();
    int connections() const;

Q_SIGNALS:
    // After close(): the last connection has ended.
    void drained();

private:
    class Private;
    std::shared_ptr<Private> d;
};

} // namespace services::transport
