// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "broker.h"

#include <QHash>

namespace services::broker {

// How often messages that were in hand when a connection was lost had been delivered, by the id of the event
// and the group: the server knows only that it had sent them to us.
class Recollection
{
public:
    void remember(const CapabilityId &group, const QByteArray &id, int deliveries);
    void clear();
    // What a message counts that the server has marked as sent before. Of a run of the program before this
    // one nothing is known but that: 1.
    int take(const CapabilityId &group, const QByteArray &id);

private:
    static QByteArray keyOf(const CapabilityId &group, const QByteArray &id);

    bool m_hasSeenAll = false; // this broker has had all that was sent before
    QHash<QByteArray, int> m_deliveries;
};

} // namespace services::broker
