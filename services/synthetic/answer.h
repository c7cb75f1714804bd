// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/reply.h>

#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace services::synthetic {

using contract::Reply;

// Gathers what an endpoint answers: whom it is about, what is stored about it here and by those who were
// asked, and which fallbacks stood in. Lives in the frame of a handler.
class Answer
{
public:
    explicit Answer(QString subject);

    // What a callee has answered becomes part of it, with its fallbacks.
    void include(const Reply &reply);
    void fallBack(const QString &fallback);
    void addItem(const QString &capability, const QString &cause);

    const QString &subject() const { return m_subject; }
    // {"id", "token", "items": [{"from", "cause"}]}; the token is a session for whoever wants one.
    Reply reply(int status, const QString &session) const;

private:
    QString m_subject;
    QMap<QString, QJsonObject> m_items; // by capability: the same answer in whatever order they came
    QStringList m_degraded;
};

} // namespace services::synthetic
