// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/result.h>

#include <QProcess>
#include <QTemporaryDir>

namespace tests::support {

// A real RabbitMQ of a test's own, on free loopback ports and in a folder of its own, without systemd or any
// file of the machine's own RabbitMQ. Takes about seven seconds to start, of which the processor is busy for
// five: one for a test program. It dies with the program, whatever that dies of.
class RabbitMqServer
{
public:
    // Why there is none: it is not installed; empty when it is.
    static QString whyAbsent();

    RabbitMqServer() = default;
    ~RabbitMqServer();
    RabbitMqServer(const RabbitMqServer &) = delete;
    RabbitMqServer &operator=(const RabbitMqServer &) = delete;

    // Until it takes connections, again as well: with the same ports and what it has stored. The error has
    // the last words that it said.
    model::result::Result<void> start();
    // As by kill -9.
    void kill();
    // As a server that hangs, and goes on.
    void hang();
    void goOn();

    QString url() const; // with the user guest
    quint16 port() const { return m_port; }

private:
    QProcessEnvironment environment() const;
    bool prepare();

    QTemporaryDir m_folder;
    quint16 m_port = 0;
    quint16 m_nodesPort = 0; // of epmd, which knows where the nodes are
    quint16 m_distributionPort = 0;
    QProcess m_nodes;
    QProcess m_server;
};

} // namespace tests::support
