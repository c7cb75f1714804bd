// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "program.h"

#include <QJsonDocument>
#include <QTcpSocket>

namespace tests::lab {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000; // only bounds a hanging test

int exitCodeOf(const QProcess &process)
{
    return process.exitStatus() == QProcess::NormalExit && process.error() != QProcess::FailedToStart
        ? process.exitCode()
        : -1;
}

} // namespace

Ended lab(const QStringList &arguments, std::chrono::milliseconds limit, const Preparation &prepare)
{
    return ended(*start(arguments, prepare), limit);
}

Ended ended(QProcess &process, std::chrono::milliseconds limit)
{
    if (process.state() != QProcess::NotRunning
        && !process.waitForFinished(static_cast<int>(limit.count()))) {
        process.kill();
        process.waitForFinished();
        return {-1, process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError())};
    }
    return {exitCodeOf(process), process.readAllStandardOutput(),
            QString::fromUtf8(process.readAllStandardError())};
}

std::unique_ptr<QProcess> start(const QStringList &arguments, const Preparation &prepare)
{
    auto process = std::make_unique<QProcess>();
    process->setChildProcessModifier(prepare);
    process->start(QStringLiteral(FAULTLINE_LAB), arguments);
    process->waitForStarted();
    return process;
}

QByteArray readLine(QProcess &process)
{
    while (!process.canReadLine() && process.state() != QProcess::NotRunning)
        process.waitForReadyRead(patience);
    return process.readLine();
}

Heard ask(const QByteArray &method,
          const QUrl &url,
          const QByteArray &token,
          const QByteArray &body,
          const QByteArray &host)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    QByteArray request = method + ' ' + url.path().toUtf8() + " HTTP/1.1\r\nHost: ";
    request += host.isEmpty() ? url.authority().toUtf8() : host;
    if (!token.isEmpty())
        request += "\r\nAuthorization: Bearer " + token;
    request
        += "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    if (!socket.waitForConnected(patience) || socket.write(request) != request.size())
        return {};
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(patience)) { }
    const auto answer = socket.readAll();
    const auto headerEnd = answer.indexOf("\r\n\r\n");
    return {answer.mid(9, 3).toInt(), QJsonDocument::fromJson(answer.mid(headerEnd + 4)).object()};
}

} // namespace tests::lab
