// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace services::load {

// The people who shop: customers whom the system's first data knows, and what they look for.
struct Population
{
    int customers = 200;
    QString emailPattern = QStringLiteral("shopper-%1@example.test"); // %1: 001, 002, ...
    QString password = QStringLiteral("faultline-demo");
    int products = 1000;
    QString productPattern = QStringLiteral("p-%1"); // %1: 0001, 0002, ...
    QStringList words = {QStringLiteral("lamp"), QStringLiteral("chair"), QStringLiteral("tea"),
                         QStringLiteral("blue"), QStringLiteral("wool"),  QStringLiteral("oak")};
    QString card = QStringLiteral("4242424242424242"); // the usual test number that is accepted
    // Whether each customer's cart holds something at the start; false when the data is from an earlier run.
    bool cartsAreFilled = true;
    int loggedInAtStart = 60; // customers to log in before the first shopper arrives
};

} // namespace services::load
