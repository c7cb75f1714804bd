// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "broker.h"

#include <QHash>

#include <optional>

namespace services::broker {

// How often messages that were in hand when a connection was lost had been delivered, by the id of the event
// and the group: the server knows only that it had sent them to us.
class Recollection
{
public:
    void remember(const CapabilityId &group, const QByteArray &id, int deliveries);
    void clear(); // from now on, all that was delivered before is known
    bool isComplete() const
    {
        return m_isComplete;
    } // since the first clear(): not of a run of the program before
    // How often a message was delivered that comes again; nothing: not at all, as far as is known.
    std::optional<int> take(const CapabilityId &group, const QByteArray &id);

private:
    static QByteArray keyOf(const CapabilityId &group, const QByteArray &id);

    bool m_isComplete = false;
    QHash<QByteArray, int> m_deliveries;
};

} // namespace services::broker
