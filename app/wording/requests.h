// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>

#include <QMap>
#include <QString>

namespace app::wording {

using Facts = QMap<QString, QString>;

// What somebody is asked to do, as the rest of a sentence: "charge 42.90"; of an endpoint for which we have
// no words: "answer GET /things". The facts are those of the request's span.
QString deed(const model::system::EndpointId &endpoint, const Facts &facts);
// What a message tells, as the rest of a sentence: "that an order was placed".
QString news(const QString &topic);
// A fact for people: amounts are in cents where they are measured, "42.90" here.
QString fact(const QString &name, const QString &value);

} // namespace app::wording
