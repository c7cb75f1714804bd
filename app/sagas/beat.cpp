// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "beat.h"

#include <QCoreApplication>

namespace app::sagas {

using namespace Qt::StringLiterals;

namespace {

QString ofSagas(const char *text)
{
    return QCoreApplication::translate("app::sagas", text);
}

} // namespace

QString title(Party party)
{
    switch (party) {
    case Party::Customer:
        return ofSagas("Customer");
    case Party::Orders:
        return ofSagas("Orders");
    case Party::Inventory:
        return ofSagas("Inventory");
    case Party::Payments:
        return ofSagas("Payments");
    case Party::Broker:
        return ofSagas("Broker");
    case Party::Shipping:
        return ofSagas("Shipping");
    case Party::Notifications:
        break;
    }
    return ofSagas("Notifications");
}

QString sentence(const Beat &beat)
{
    const QString way
        = beat.from == beat.to ? title(beat.from) : ofSagas("%1 to %2").arg(title(beat.from), title(beat.to));
    switch (beat.manner) {
    case Manner::Undoing:
        return ofSagas("%1, undone: %2").arg(way, beat.words);
    case Manner::Failed:
        return ofSagas("%1, failed: %2").arg(way, beat.words);
    case Manner::Waiting:
        return ofSagas("%1, not yet: %2").arg(way, beat.words);
    case Manner::Forward:
    case Manner::Note:
        break;
    }
    return ofSagas("%1: %2").arg(way, beat.words);
}

} // namespace app::sagas
